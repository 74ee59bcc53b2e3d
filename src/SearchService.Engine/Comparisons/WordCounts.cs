using System.Runtime.CompilerServices;
using SearchService.Engine.Indexing;
using SearchService.Engine.Postings;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Comparisons;

/// <summary>
/// How often every word of the archive stands in the articles of either side, exactly: one sweep over all postings of headline and body, side
/// by side on all processors. A block of postings without an article of either side is passed over where that can be told without reading it.
/// No word is passed over for being rare: how many words either side has in all, by which every other is judged, is the sum over all of them.
/// </summary>
internal sealed class WordCounts
{
    // One occurrence, by the sides that an article is counted on: the first side's in the lower half.
    private static readonly ulong[] Worth = [0, 1, 1UL << 32, (1UL << 32) | 1];

    private readonly HashedWords _words;
    private readonly ulong[] _counts;

    private WordCounts(HashedWords words) => (_words, _counts) = (words, new ulong[words.Count]);

    /// <summary>The numbers of words lie below this.</summary>
    public int Count => _counts.Length;

    /// <summary>Words of all articles of the first side.</summary>
    public long First { get; private set; }

    /// <summary>Words of all articles of the second side.</summary>
    public long Second { get; private set; }

    /// <summary>How often a word stands on each side.</summary>
    public (long First, long Second) this[int word] => ((long)(uint)_counts[word], (long)(_counts[word] >> 32));

    /// <summary>Counts the words of a snapshot's articles.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="words">The words of the archive.</param>
    /// <param name="sets">The articles.</param>
    /// <param name="overlap">What becomes of articles that both searches find.</param>
    /// <param name="cancellation">Looked at every few thousand words.</param>
    public static WordCounts Of(IndexSnapshot snapshot, HashedWords words, ComparedSets sets, Overlap overlap, CancellationToken cancellation)
    {
        var counts = new WordCounts(words);
        Side[] sides = [.. snapshot.Searcher.Segments.Select(segment => new Side(segment, sets.SidesOf(segment.Number, overlap))).Where(side => side.Any)];
        WordSweep.Over([.. sides.Select(side => side.Files)], () => new Counter(sides, words, counts._counts), cancellation);
        for (var word = 0; word < words.Count; word++)
        {
            // What is in wholes of compounds is in their parts.
            if (words.TextOf(word) is null)
                counts._counts[word] = 0;
            counts.First += (uint)counts._counts[word];
            counts.Second += (long)(counts._counts[word] >> 32);
        }

        return counts;
    }

    /// <summary>A word that an article of either side has.</summary>
    public string TextOf(int word) => _words.TextOf(word)!;

    /// <summary>The number of a word, or -1 when no article of either side has it.</summary>
    public int Find(string word) => _words.Find(word) is >= 0 and var number && _counts[number] != 0 ? number : -1;

    /// <summary>A segment and on which sides its articles are counted.</summary>
    private sealed class Side
    {
        public Side(SnapshotSegment segment, byte[] sides)
        {
            (Files, Of, Before) = (segment.Fields.Files, sides, new int[sides.Length + 1]);
            for (var document = 0; document < sides.Length; document++)
                Before[document + 1] = Before[document] + (sides[document] == 0 ? 0 : 1);
            Headline = segment.Reader.FieldInfos.FieldInfo(IndexFields.Headline)?.Number ?? -1;
            Body = segment.Reader.FieldInfos.FieldInfo(IndexFields.Body)?.Number ?? -1;
        }

        public BlockFiles Files { get; }

        public byte[] Of { get; }

        /// <summary>How many articles of either side there are before each document.</summary>
        public int[] Before { get; }

        public int Headline { get; }

        public int Body { get; }

        public bool Any => Before[^1] > 0;
    }

    private sealed class Counter(Side[] sides, HashedWords words, ulong[] counts) : IWordVisitor
    {
        private readonly int[] _documents = new int[Block.Size];
        private readonly int[] _frequencies = new int[Block.Size];
        private readonly int[] _counted = new int[Block.Size];

        public void Visit(int segment, in WordRecord record)
        {
            var side = sides[segment];
            if ((record.Field == side.Headline || record.Field == side.Body)
                && Sum(new(side.Files, record.Place), side.Of, side.Before) is > 0 and var sum
                && words.Find(record.Hash) is >= 0 and var word)
                Interlocked.Add(ref counts[word], sum);
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
                var counted = Counted(documents, sides, _counted);
                if (counted == 0)
                    continue;
                postings.ReadFrequencies(block, _frequencies);
                foreach (var i in _counted.AsSpan(0, counted))
                    sum += (uint)_frequencies[i] * Worth[sides[documents[i]]];
            }

            return sum;
        }

        // Of its own, so that what it counts stays in registers: most of the time is spent here.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static int Counted(ReadOnlySpan<int> documents, ReadOnlySpan<byte> sides, Span<int> places)
        {
            var counted = 0;
            for (var i = 0; i < documents.Length; i++)
            {
                places[counted] = i;
                counted += sides[documents[i]] != 0 ? 1 : 0;
            }

            return counted;
        }
    }
}
