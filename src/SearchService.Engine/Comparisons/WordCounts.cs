using System.Text;
using SearchService.Engine.Indexing;
using SearchService.Engine.Inversion;
using SearchService.Engine.Postings;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Comparisons;

/// <summary>
/// How often every word of the archive stands in the articles of either side, exactly: one walk over all postings of headline and body.
/// A block of postings without an article of either side is passed over where that can be told without reading it.
/// </summary>
internal sealed class WordCounts
{
    /// <summary>The fields whose words are counted.</summary>
    public static readonly IReadOnlyList<string> Fields = [IndexFields.Headline, IndexFields.Body];

    // One occurrence, by the sides that an article is counted on: the first side's in the lower half.
    private static readonly ulong[] Worth = [0, 1, 1UL << 32, (1UL << 32) | 1];

    private readonly TermTable _words = new();
    private readonly int[] _documents = new int[Block.Size];
    private readonly int[] _frequencies = new int[Block.Size];
    private ulong[] _counts = new ulong[1 << 10];

    /// <summary>How many different words there are.</summary>
    public int Count => _words.Count;

    /// <summary>Words of all articles of the first side.</summary>
    public long First { get; private set; }

    /// <summary>Words of all articles of the second side.</summary>
    public long Second { get; private set; }

    /// <summary>Counts the words of a snapshot's articles.</summary>
    /// <param name="searcher">The snapshot.</param>
    /// <param name="sets">The articles.</param>
    /// <param name="overlap">What becomes of articles that both searches find.</param>
    /// <param name="cancellation">Ends it between two words.</param>
    public static WordCounts Of(ArchiveSearcher searcher, ComparedSets sets, Overlap overlap, CancellationToken cancellation)
    {
        var counts = new WordCounts();
        foreach (var segment in searcher.Segments)
            counts.Add(segment, sets.SidesOf(segment.Number, overlap), cancellation);
        return counts;
    }

    /// <summary>A word.</summary>
    public string TextOf(int word) => Encoding.UTF8.GetString(_words.Of(word));

    /// <summary>How often a word stands on each side.</summary>
    public (long First, long Second) this[int word] => ((long)(uint)_counts[word], (long)(_counts[word] >> 32));

    /// <summary>The number of a word, or -1 when no article of either side has it.</summary>
    public int Find(string word) => _words.Find(Encoding.UTF8.GetBytes(word));

    private void Add(SnapshotSegment segment, byte[] sides, CancellationToken cancellation)
    {
        // How many articles of either side there are before each document.
        var before = new int[sides.Length + 1];
        for (var document = 0; document < sides.Length; document++)
            before[document + 1] = before[document] + (sides[document] == 0 ? 0 : 1);
        if (before[^1] == 0)
            return;
        foreach (var field in Fields)
        {
            if (segment.Fields.GetTerms(field)?.GetEnumerator() is not { } terms)
                continue;
            while (terms.MoveNext())
            {
                cancellation.ThrowIfCancellationRequested();
                var word = terms.Term.Bytes.AsSpan(terms.Term.Offset, terms.Term.Length);
                // A hyphen stands in wholes of compounds only, whose parts are words too.
                if (word.Contains((byte)'-'))
                    continue;
                var postings = new BlockPostings(segment.Fields.Files, ((WordState)terms.GetTermState()).Place);
                if (Sum(postings, sides, before) is > 0 and var sum)
                    Raise(word, sum);
            }
        }
    }

    private ulong Sum(BlockPostings postings, byte[] sides, int[] before)
    {
        var sum = 0UL;
        var last = postings.LastDocuments;
        for (var block = 0; block < postings.Blocks; block++)
        {
            if (!last.IsEmpty && before[last[block] + 1] == before[block == 0 ? 0 : last[block - 1] + 1])
                continue;
            var documents = _documents.AsSpan(0, postings.ReadDocuments(block, _documents));
            var found = 0;
            foreach (var document in documents)
                found |= sides[document];
            if (found == 0)
                continue;
            postings.ReadFrequencies(block, _frequencies);
            for (var i = 0; i < documents.Length; i++)
                sum += (uint)_frequencies[i] * Worth[sides[documents[i]]];
        }

        return sum;
    }

    private void Raise(ReadOnlySpan<byte> word, ulong sum)
    {
        var number = _words.Add(word);
        if (number >= _counts.Length)
            Array.Resize(ref _counts, _counts.Length * 2);
        _counts[number] += sum;
        First += (uint)sum;
        Second += (long)(sum >> 32);
    }
}
