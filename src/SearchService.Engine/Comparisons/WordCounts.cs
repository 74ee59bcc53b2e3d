using System.Runtime.InteropServices;
using SearchService.Engine.Indexing;
using SearchService.Engine.Postings;
using SearchService.Engine.TopK;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Comparisons;

/// <summary>
/// How often every word of the archive stands in the articles of either side, exactly: one walk over all postings of headline and body, word
/// by word as the index of words has them, by hash; the vocabulary tells which words these are. A block of postings without an article of
/// either side is passed over where that can be told without reading it.
/// </summary>
internal sealed class WordCounts
{
    private const int WordsBetweenLooks = 4096;

    // One occurrence, by the sides that an article is counted on: the first side's in the lower half.
    private static readonly ulong[] Worth = [0, 1, 1UL << 32, (1UL << 32) | 1];

    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly int[] _documents = new int[Block.Size];
    private readonly int[] _frequencies = new int[Block.Size];
    private ulong[] _counts = new ulong[1 << 10];
    private string?[] _texts = [];

    /// <summary>The numbers of words lie below this.</summary>
    public int Count => _numbers.Count;

    /// <summary>Words of all articles of the first side.</summary>
    public long First { get; private set; }

    /// <summary>Words of all articles of the second side.</summary>
    public long Second { get; private set; }

    /// <summary>How often a word stands on each side.</summary>
    public (long First, long Second) this[int word] => ((long)(uint)_counts[word], (long)(_counts[word] >> 32));

    /// <summary>Counts the words of a snapshot's articles.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="sets">The articles.</param>
    /// <param name="overlap">What becomes of articles that both searches find.</param>
    /// <param name="cancellation">Looked at every few thousand words.</param>
    public static WordCounts Of(IndexSnapshot snapshot, ComparedSets sets, Overlap overlap, CancellationToken cancellation)
    {
        var counts = new WordCounts();
        foreach (var segment in snapshot.Searcher.Segments)
            counts.Add(segment, sets.SidesOf(segment.Number, overlap), cancellation);
        counts.Name(snapshot.Interpreter.Vocabulary);
        return counts;
    }

    /// <summary>Whether a number is that of a word: wholes of compounds are none, since their parts are words too.</summary>
    public bool IsWord(int word) => _texts[word] is not null;

    /// <summary>A word.</summary>
    public string TextOf(int word) => _texts[word]!;

    /// <summary>The number of a word, or -1 when no article of either side has it.</summary>
    public int Find(string word) => _numbers.TryGetValue(WordHash.Of(word), out var number) && _texts[number] is not null ? number : -1;

    private void Add(SnapshotSegment segment, byte[] sides, CancellationToken cancellation)
    {
        // How many articles of either side there are before each document.
        var before = new int[sides.Length + 1];
        for (var document = 0; document < sides.Length; document++)
            before[document + 1] = before[document] + (sides[document] == 0 ? 0 : 1);
        if (before[^1] == 0)
            return;
        var headline = segment.Reader.FieldInfos.FieldInfo(IndexFields.Headline)?.Number ?? -1;
        var body = segment.Reader.FieldInfos.FieldInfo(IndexFields.Body)?.Number ?? -1;
        var left = WordsBetweenLooks;
        foreach (ref readonly var record in segment.Fields.Files.Words.Records)
        {
            if (--left == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                left = WordsBetweenLooks;
            }

            if ((record.Field == headline || record.Field == body) && Sum(new(segment.Fields.Files, record.Place), sides, before) is > 0 and var sum)
                Raise(record.Hash, sum);
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

    private void Raise(ulong hash, ulong sum)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, hash, out var exists);
        if (!exists)
            number = _numbers.Count - 1;
        if (number >= _counts.Length)
            Array.Resize(ref _counts, _counts.Length * 2);
        _counts[number] += sum;
    }

    // A hyphen stands in wholes of compounds only.
    private void Name(Vocabulary vocabulary)
    {
        _texts = new string?[_numbers.Count];
        foreach (var (word, _) in vocabulary.Entries())
        {
            if (word.Contains('-', StringComparison.Ordinal) || !_numbers.TryGetValue(WordHash.Of(word), out var number))
                continue;
            _texts[number] = word;
            First += this[number].First;
            Second += this[number].Second;
        }
    }
}
