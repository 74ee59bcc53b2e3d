using SearchService.Engine.Postings;

namespace SearchService.Engine.TopK;

/// <summary>The postings of one word in one field of one segment, with what they can be worth block by block and window by window.</summary>
internal sealed class WordBlocks
{
    // A word with so many blocks a window or more keeps none: it has few that lie in several windows, and reads faster into memory used by all.
    private const int KeptBlocks = 2;

    // From so many on it is faster to look at all documents of a block than to look each of them up.
    private const int Many = 8;

    private readonly SegmentView _segment;
    private readonly int _field;
    private readonly float[] _factors;
    private readonly float[] _blockBounds;
    private readonly int[] _firstBlocks;
    private readonly float[] _bounds;
    private readonly Scratch _scratch;
    private readonly bool _keeps;
    private BlockBuffers? _buffers;

    /// <summary>Reckons the bounds.</summary>
    public WordBlocks(SegmentView segment, int field, in BlockPostings postings, Scratch scratch)
    {
        (_segment, _field, Postings, _scratch) = (segment, field, postings, scratch);
        _factors = segment.Statistics.Factor(field);
        _blockBounds = new float[postings.Blocks];
        _firstBlocks = new int[segment.Windows + 1];
        _bounds = new float[segment.Windows];
        _keeps = postings.Blocks < KeptBlocks * segment.Windows;
        if (postings.Blocks == 1)
            BoundOne();
        else
            BoundAll();
    }

    /// <summary>The postings.</summary>
    public BlockPostings Postings { get; }

    /// <summary>The most that a document of a window has of frequency × factor of its length; 0 where none has the word.</summary>
    public ReadOnlySpan<float> Bounds => _bounds;

    /// <summary>The block last read: of many a window sees a part only, and the next one another.</summary>
    public BlockBuffers Buffers => _buffers ??= _keeps ? _scratch.Block() : _scratch.Buffers;

    /// <summary>How many documents of a window have the word, about.</summary>
    public int CountIn(in Window window)
    {
        var blocks = EndBlock(window) - FirstBlock(window);
        return Math.Min(Postings.Count, Math.Min(window.Length, blocks * Block.Size));
    }

    /// <summary>Adds frequency × factor × weight to the number of each document of a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="weight">The form's weight.</param>
    /// <param name="least">Blocks worth less than this at that weight are passed over.</param>
    /// <param name="sums">What is kept of each document of the window.</param>
    /// <param name="list">The bit of the list.</param>
    public void AddTo(in Window window, float weight, float least, ConceptSums sums, ulong list)
    {
        var buffers = Buffers;
        for (int block = FirstBlock(window), end = EndBlock(window); block < end; block++)
        {
            if (_blockBounds[block] * weight < least)
                continue;
            var (from, to) = Read(block, window);
            buffers.ReadFrequencies(Postings);
            Add(buffers.Documents.AsSpan(from, to - from), buffers.Frequencies.AsSpan(from, to - from), window, weight, sums, list);
        }
    }

    /// <summary>Adds the documents of a window to a set; those that are in it, and those with so much frequency × factor, to another.</summary>
    public void Find(in Window window, float worth, float worthBeside, Span<ulong> seen, Span<ulong> found)
    {
        var buffers = Buffers;
        var norms = _segment.Lengths[_field]!.Norms;
        for (int block = FirstBlock(window), end = EndBlock(window); block < end; block++)
        {
            if (_blockBounds[block] < worthBeside)
                continue;
            var (from, to) = Read(block, window);
            buffers.ReadFrequencies(Postings);
            Worths.Find(buffers.Documents.AsSpan(from, to - from), buffers.Frequencies.AsSpan(from, to - from), norms, _factors, window.Start, worth, seen, found);
        }
    }

    /// <summary>Adds frequency × factor × weight to the numbers of those documents of a set that have the word.</summary>
    public void AddTo(in Window window, ReadOnlySpan<ulong> set, float weight, ConceptSums sums, ulong list)
    {
        var buffers = Buffers;
        var last = Postings.LastDocuments;
        var next = WindowSet.Next(set, 0);
        for (int block = FirstBlock(window), endBlock = EndBlock(window); next >= 0 && block < endBlock; block++)
        {
            var end = last.IsEmpty ? window.End : Math.Min(window.End, last[block] + 1);
            if (window.Start + next >= end)
                continue;
            var hits = Hits(block, window, set, next, end - window.Start);
            if (!hits.IsEmpty)
            {
                buffers.ReadFrequencies(Postings);
                AddHits(hits, buffers, window, weight, sums, list);
            }

            next = WindowSet.Next(set, end - window.Start);
        }
    }

    /// <summary>Moves the documents that have the word from one set to another.</summary>
    public void Move(in Window window, Span<ulong> from, Span<ulong> to)
    {
        var buffers = Buffers;
        var last = Postings.LastDocuments;
        var next = WindowSet.Next(from, 0);
        for (int block = FirstBlock(window), endBlock = EndBlock(window); next >= 0 && block < endBlock; block++)
        {
            var end = last.IsEmpty ? window.End : Math.Min(window.End, last[block] + 1);
            if (window.Start + next >= end)
                continue;
            if (AreMany(from, next, end - window.Start))
            {
                var (first, after) = Read(block, window);
                WindowSet.Move(from, to, buffers.Documents.AsSpan(first, after - first), window.Start);
            }
            else
            {
                foreach (var at in Hits(block, window, from, next, end - window.Start))
                {
                    var place = buffers.Documents[at] - window.Start;
                    WindowSet.Remove(from, place);
                    WindowSet.Add(to, place);
                }
            }

            next = WindowSet.Next(from, end - window.Start);
        }
    }

    /// <summary>Reads the next block of a window that is worth something.</summary>
    /// <param name="window">The window.</param>
    /// <param name="block">Where to begin; negative for the first. Set to the block read.</param>
    /// <param name="least">Blocks that are worth less are passed over.</param>
    /// <returns>The places of the window's documents in the block; the same number twice after the last.</returns>
    public (int From, int To) ReadNext(in Window window, ref int block, float least)
    {
        var buffers = Buffers;
        block = block < 0 ? FirstBlock(window) : block + 1;
        for (var end = EndBlock(window); block < end; block++)
        {
            if (_blockBounds[block] < least)
                continue;
            var places = Read(block, window);
            if (places.From == places.To)
                continue;
            buffers.ReadFrequencies(Postings);
            return places;
        }

        return default;
    }

    /// <summary>Adds the documents of a window that have the word to a set.</summary>
    public void Match(in Window window, Span<ulong> set)
    {
        var buffers = Buffers;
        for (int block = FirstBlock(window), end = EndBlock(window); block < end; block++)
        {
            var (from, to) = Read(block, window);
            WindowSet.Add(set, buffers.Documents.AsSpan(from, to - from), window.Start);
        }
    }

    private static bool AreMany(ReadOnlySpan<ulong> set, int from, int to) => WindowSet.HasMore(set, Many, from, to);

    /// <summary>The places in a block of those of its documents that are in a set.</summary>
    private ReadOnlySpan<int> Hits(int block, in Window window, ReadOnlySpan<ulong> set, int next, int end)
    {
        var buffers = Buffers;
        var (from, to) = Read(block, window);
        var documents = buffers.Documents.AsSpan(0, to);
        var hits = _scratch.Hits.AsSpan();
        if (AreMany(set, next, end))
            return hits[..WindowSet.Find(set, documents, from, window.Start, hits)];
        var count = 0;
        for (; next >= 0 && next < end; next = WindowSet.Next(set, next + 1))
        {
            var at = buffers.Below(window.Start + next);
            if (at < to && documents[at] == window.Start + next)
                hits[count++] = at;
        }

        return hits[..count];
    }

    private void AddHits(ReadOnlySpan<int> hits, BlockBuffers buffers, in Window window, float weight, ConceptSums sums, ulong list)
    {
        var strengths = sums.StrengthsFor(weight);
        if (!strengths.IsEmpty || !sums.Lists.IsEmpty)
        {
            var documents = _scratch.HitDocuments.AsSpan(0, hits.Length);
            for (var i = 0; i < hits.Length; i++)
                documents[i] = buffers.Documents[hits[i]];
            if (!strengths.IsEmpty)
                Worths.Doubt(documents, window.Start, weight, sums.Sums, strengths);
            if (!sums.Lists.IsEmpty)
                Worths.Note(documents, window.Start, list, sums.Lists);
        }

        Worths.AddAt(hits, buffers.Documents, buffers.Frequencies, _segment.Lengths[_field]!.Norms, _factors, window.Start, weight, sums.Sums);
    }

    private void Add(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, in Window window, float weight, ConceptSums sums, ulong list)
    {
        var strengths = sums.StrengthsFor(weight);
        if (!strengths.IsEmpty)
            Worths.Doubt(documents, window.Start, weight, sums.Sums, strengths);
        Worths.Add(documents, frequencies, _segment.Lengths[_field]!.Norms, _factors, window.Start, weight, sums.Sums);
        if (!sums.Lists.IsEmpty)
            Worths.Note(documents, window.Start, list, sums.Lists);
    }

    /// <summary>The first block that may have documents of a window.</summary>
    private int FirstBlock(in Window window) => window.IsWhole ? _firstBlocks[window.Number] : Postings.BlockFrom(window.Start, _firstBlocks[window.Number]);

    /// <summary>After the last block that may have documents of a window.</summary>
    private int EndBlock(in Window window)
    {
        if (!window.IsWhole)
            return Math.Min(_blockBounds.Length, Postings.BlockFrom(window.End - 1, _firstBlocks[window.Number]) + 1);
        var block = _firstBlocks[window.Number + 1];
        return block < _blockBounds.Length && (block == 0 || Postings.LastDocuments[block - 1] + 1 < window.End) ? block + 1 : block;
    }

    private (int From, int To) Read(int block, in Window window)
    {
        var buffers = Buffers;
        if (!_keeps)
            buffers.Forget();
        var count = buffers.Enter(Postings, block);
        var documents = buffers.Documents;
        return (documents[0] >= window.Start ? 0 : buffers.Below(window.Start), documents[count - 1] < window.End ? count : buffers.Below(window.End));
    }

    private void BoundOne()
    {
        var buffers = Buffers;
        var count = buffers.Enter(Postings, 0);
        Postings.ReadFrequencies(0, buffers.Frequencies);
        var norms = _segment.Lengths[_field]!.Norms;
        for (var i = 0; i < count; i++)
        {
            var worth = buffers.Frequencies[i] * _factors[norms[buffers.Documents[i]]];
            ref var bound = ref _bounds[buffers.Documents[i] >> _segment.WindowBits];
            bound = Math.Max(bound, worth);
            _blockBounds[0] = Math.Max(_blockBounds[0], worth);
        }

        var last = buffers.Documents[count - 1] >> _segment.WindowBits;
        for (var window = last + 1; window < _firstBlocks.Length; window++)
            _firstBlocks[window] = 1;
    }

    private void BoundAll()
    {
        var last = Postings.LastDocuments;
        var impacts = _segment.Lengths[_field]!.Impacts(Postings);
        var bits = _segment.WindowBits;
        var (next, before) = (0, -1);
        for (var block = 0; block < last.Length; block++)
        {
            var bound = _blockBounds[block] = impacts[block].Bound(_factors);
            for (var window = (before + 1) >> bits; window <= last[block] >> bits; window++)
                _bounds[window] = Math.Max(_bounds[window], bound);
            while (next < _firstBlocks.Length && next << bits <= last[block])
                _firstBlocks[next++] = block;
            before = last[block];
        }

        while (next < _firstBlocks.Length)
            _firstBlocks[next++] = last.Length;
    }
}
