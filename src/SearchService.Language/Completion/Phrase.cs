using System.Runtime.CompilerServices;

namespace SearchService.Language.Completion;

/// <summary>Two or three words that stand side by side in headlines.</summary>
/// <param name="key">The words; see <see cref="KeyOf"/>.</param>
/// <param name="articles">How many articles have it in a headline or web title.</param>
internal readonly struct Phrase(ulong key, int articles)
{
    /// <summary>A word's number has to be below this to stand in a phrase.</summary>
    public const int MostWords = (1 << WordBits) - 1;

    private const int WordBits = 21;
    private const ulong NoWord = MostWords;

    /// <summary>How many articles have it.</summary>
    public int Articles { get; } = articles;

    /// <summary>How many words, 2 or 3.</summary>
    public int Length => (key >> (2 * WordBits)) == NoWord ? 2 : 3;

    /// <summary>The number of a word, by its place from 0.</summary>
    public int this[int place] => (int)(key >> (place * WordBits)) & MostWords;

    /// <summary>The words in order.</summary>
    public WordsOfPhrase Words => new(this);

    /// <summary>The key of two words, or three.</summary>
    public static ulong KeyOf(int first, int second, int third = MostWords) =>
        (uint)first | ((ulong)(uint)second << WordBits) | ((ulong)(uint)third << (2 * WordBits));

    /// <summary>Enumerates the words of a phrase.</summary>
    public struct WordsOfPhrase(Phrase phrase)
    {
        private int _place = -1;

        public readonly int Current => phrase[_place];

        public readonly WordsOfPhrase GetEnumerator() => this;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext() => ++_place < phrase.Length;
    }
}
