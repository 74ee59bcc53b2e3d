using SearchService.Language.Concepts;

namespace SearchService.Engine.Postings;

/// <summary>
/// The words of an archive by their hashes, which is how a segment's <see cref="WordIndex"/> knows them.
/// Wholes of compounds are among them without a text, since their parts are words too. Immutable; 18 bytes a word.
/// </summary>
internal sealed class HashedWords
{
    private readonly ulong[] _hashes;
    private readonly string?[] _texts;

    // Where the words of each bucket begin, by the first bits of their hashes.
    private readonly int[] _starts;
    private readonly int _bits;

    private HashedWords(ulong[] hashes, string?[] texts)
    {
        (_hashes, _texts, _bits) = (hashes, texts, WordIndex.BucketBits(hashes.Length));
        _starts = new int[(1 << _bits) + 1];
        for (int bucket = 0, word = 0; bucket < _starts.Length; bucket++)
        {
            while (word < hashes.Length && WordIndex.Bucket(hashes[word], _bits) < bucket)
                word++;
            _starts[bucket] = word;
        }
    }

    /// <summary>Of no word.</summary>
    public static HashedWords None { get; } = new([], []);

    /// <summary>How many words there are; their numbers lie below this.</summary>
    public int Count => _hashes.Length;

    /// <summary>A word; null where it is the whole of a compound.</summary>
    public string? TextOf(int word) => _texts[word];

    /// <summary>The number of a word, or -1.</summary>
    public int Find(string word) => Find(WordHash.Of(word)) is >= 0 and var number && _texts[number] == word ? number : -1;

    /// <summary>The number of the word of a hash, or -1.</summary>
    public int Find(ulong hash)
    {
        var bucket = WordIndex.Bucket(hash, _bits);
        for (var word = _starts[bucket]; word < _starts[bucket + 1]; word++)
        {
            if (_hashes[word] == hash)
                return word;
        }

        return -1;
    }

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
