using SearchService.Language.Concepts;

namespace SearchService.Language.Completion;

/// <summary>
/// What the headlines of an archive are about: their words and the phrases that recur in them, each with the number of articles that have it
/// there. Made by <see cref="TopicCount"/>; never changed afterwards, so safe for many threads.
/// </summary>
public sealed class Topics
{
    // The phrases of a word are _byWord[_starts[word].._starts[word + 1]], most counted first.
    private readonly Phrase[] _phrases;
    private readonly int[] _byWord;
    private readonly int[] _starts;

    /// <summary>Takes over words and phrases.</summary>
    /// <param name="words">The words, numbered from the most counted on.</param>
    /// <param name="phrases">Phrases of these words, most counted first.</param>
    internal Topics(Vocabulary words, Phrase[] phrases)
    {
        Words = words;
        _phrases = phrases;
        _starts = new int[words.Count + 2];
        foreach (var phrase in phrases)
        {
            foreach (var word in phrase.Words)
                _starts[word + 2]++;
        }

        for (var word = 2; word < _starts.Length; word++)
            _starts[word] += _starts[word - 1];
        _byWord = new int[_starts[^1]];
        for (var number = 0; number < phrases.Length; number++)
        {
            foreach (var word in phrases[number].Words)
                _byWord[_starts[word + 1]++] = number;
        }
    }

    /// <summary>Of an archive without headlines.</summary>
    public static Topics None { get; } = new(new Vocabulary(), []);

    /// <summary>The words, counted by articles.</summary>
    internal Vocabulary Words { get; }

    /// <summary>How many phrases there are.</summary>
    internal int PhraseCount => _phrases.Length;

    /// <summary>The numbers of the phrases that have a word, most counted first.</summary>
    internal ReadOnlySpan<int> PhrasesWith(int word) => _byWord.AsSpan(_starts[word].._starts[word + 1]);

    /// <summary>A phrase by its number.</summary>
    internal ref readonly Phrase PhraseAt(int number) => ref _phrases[number];
}
