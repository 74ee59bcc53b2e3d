namespace SearchService.Engine.TopK;

/// <summary>Memory that one search uses again and again, and then leaves to the next.</summary>
internal sealed class Scratch
{
    private const int MostWindow = 1 << SegmentView.MostBits;
    private const int MostKept = 1 << 21;

    private readonly List<float[]> _numbers = [];
    private readonly List<ulong[]> _lists = [];
    private readonly List<BlockBuffers> _blocks = [];
    private readonly float[] _partial = new float[MostWindow];
    private readonly float[] _bounds = new float[MostWindow / 64];
    private readonly ulong[][] _sets = [.. Enumerable.Range(0, 6).Select(_ => new ulong[MostWindow / 64])];

    private int _blocksTaken;

    [ThreadStatic]
    private static Scratch? _idle;

    /// <summary>Room for a block.</summary>
    public BlockBuffers Buffers { get; } = new();

    /// <summary>Places of hits in a block; one more than a block has, to be written to freely.</summary>
    public int[] Hits { get; } = new int[Postings.Block.Size + 1];

    /// <summary>Documents of hits.</summary>
    public int[] HitDocuments { get; } = new int[Postings.Block.Size];

    /// <summary>A number for each document of a window; all 0 between uses.</summary>
    public float[] Sums { get; } = new float[MostWindow];

    /// <summary>The memory of this thread's searches.</summary>
    public static Scratch Take()
    {
        var scratch = _idle ?? new();
        _idle = null;
        return scratch;
    }

    /// <summary>Leaves it to the next search, unless an unusual query has made it large.</summary>
    public void Leave()
    {
        _blocksTaken = 0;
        var kept = _numbers.Sum(numbers => (long)numbers.Length) + (2 * _lists.Sum(lists => (long)lists.Length)) + (2L * Postings.Block.Size * _blocks.Count);
        _idle = kept < MostKept ? this : null;
    }

    /// <summary>Room for the block that one word is at, until the search ends.</summary>
    public BlockBuffers Block()
    {
        if (_blocksTaken == _blocks.Count)
            _blocks.Add(new());
        var block = _blocks[_blocksTaken++];
        block.Forget();
        return block;
    }

    /// <summary>Numbers for each document of a window; all 0 between uses.</summary>
    /// <param name="number">Which of many.</param>
    /// <param name="length">Documents in the window, rounded up to a multiple of 64.</param>
    public float[] Numbers(int number, int length) => Longer(_numbers, number, length);

    /// <summary>A set of lists for each document of a window; all empty between uses.</summary>
    public ulong[] Lists(int number, int length) => Longer(_lists, number, length);

    /// <summary>A number for each document of a window.</summary>
    public Span<float> Partial(int length) => _partial.AsSpan(0, length);

    /// <summary>A number for each 64 documents of a window.</summary>
    public Span<float> Bounds(int words) => _bounds.AsSpan(0, words);

    /// <summary>One of two empty sets for rows of words.</summary>
    public Span<ulong> Row(int number, int words) => Set(number, words);

    /// <summary>An empty set for the documents that match a concept.</summary>
    public Span<ulong> Matched(int words) => Set(2, words);

    /// <summary>One of three empty sets for the documents of a window that a query is evaluated for.</summary>
    public Span<ulong> Candidates(int number, int words) => Set(3 + number, words);

    private static T[] Longer<T>(List<T[]> all, int number, int length)
    {
        while (all.Count <= number)
            all.Add([]);
        if (all[number].Length < length)
            all[number] = new T[length];
        return all[number];
    }

    private Span<ulong> Set(int number, int words)
    {
        var set = _sets[number].AsSpan(0, words);
        set.Clear();
        return set;
    }
}
