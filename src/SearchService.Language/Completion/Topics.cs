using SearchService.Language.Concepts;

namespace SearchService.Language.Completion;

/// <summary>
/// What the headlines of an archive are about: their words and the phrases that recur in them, each with the number of articles that have it
/// there. Made by <see cref="TopicCount"/>; never changed afterwards, so safe for many threads.
/// </summary>
public sealed class Topics
{
    // By first word; those of a word are _phrases[_starts[word].._starts[word + 1]], most counted first.
    private readonly Phrase[] _phrases;
    private readonly int[] _starts;

    /// <summary>Takes over words and phrases.</summary>
    /// <param name="words">The words, numbered from the most counted on.</param>
    /// <param name="phrases">Phrases of these words.</param>
    internal Topics(Vocabulary words, Phrase[] phrases)
    {
        Words = words;
        _phrases = phrases;
        Array.Sort(phrases, static (one, other) => one[0] != other[0] ? one[0].CompareTo(other[0]) : other.Articles.CompareTo(one.Articles));
        _starts = new int[words.Count + 1];
        foreach (var phrase in phrases)
            _starts[phrase[0] + 1]++;
        for (var word = 1; word < _starts.Length; word++)
            _starts[word] += _starts[word - 1];
    }

    /// <summary>Of an archive without headlines.</summary>
    public static Topics None { get; } = new(new Vocabulary(), []);

    /// <summary>The words, counted by articles.</summary>
    internal Vocabulary Words { get; }

    /// <summary>The phrases that begin with a word, most counted first.</summary>
    internal ReadOnlySpan<Phrase> PhrasesFrom(int word) => _phrases.AsSpan(_starts[word].._starts[word + 1]);
}
