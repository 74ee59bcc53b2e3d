using SearchService.Language.Concepts;

namespace SearchService.Engine.Postings;

/// <summary>
/// The words of an archive in the order of their hashes, which is the order of every segment's <see cref="WordIndex"/>: whoever goes through
/// segments goes through this beside them. Wholes of compounds are among them without a text, since their parts are words too.
/// Immutable; 16 bytes a word.
/// </summary>
internal sealed class HashedWords
{
    private readonly ulong[] _hashes;
    private readonly string?[] _texts;

    private HashedWords(ulong[] hashes, string?[] texts) => (_hashes, _texts) = (hashes, texts);

    /// <summary>Of no word.</summary>
    public static HashedWords None { get; } = new([], []);

    /// <summary>How many words there are; their numbers lie below this.</summary>
    public int Count => _hashes.Length;

    /// <summary>The hash of a word.</summary>
    public ulong HashOf(int word) => _hashes[word];

    /// <summary>A word; null where it is the whole of a compound.</summary>
    public string? TextOf(int word) => _texts[word];

    /// <summary>The number of a word, or -1.</summary>
    public int Find(string word) => From(WordHash.Of(word)) is var number && number < Count && _texts[number] == word ? number : -1;

    /// <summary>The first word whose hash is not below one.</summary>
    public int From(ulong hash) => Array.BinarySearch(_hashes, hash) is var found && found >= 0 ? found : ~found;

    /// <summary>These and the words that a vocabulary has got since.</summary>
    /// <param name="vocabulary">The vocabulary whose first words these are: it only grows.</param>
    public HashedWords With(Vocabulary vocabulary)
    {
        string[] added = [.. vocabulary.Entries().Skip(Count).Select(entry => entry.Word)];
        if (added.Length == 0)
            return this;
        var fresh = Array.ConvertAll(added, WordHash.Of);
        Array.Sort(fresh, added);
        var (hashes, texts) = (new ulong[Count + added.Length], new string?[Count + added.Length]);
        for (int at = 0, old = 0, next = 0; at < hashes.Length; at++)
        {
            if (next == fresh.Length || (old < Count && _hashes[old] < fresh[next]))
            {
                (hashes[at], texts[at]) = (_hashes[old], _texts[old]);
                old++;
                continue;
            }

            // A hyphen stands in wholes of compounds only.
            (hashes[at], texts[at]) = (fresh[next], added[next].Contains('-', StringComparison.Ordinal) ? null : added[next]);
            next++;
        }

        return new(hashes, texts);
    }
}
