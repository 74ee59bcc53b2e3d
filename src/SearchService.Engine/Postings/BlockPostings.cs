using System.Runtime.InteropServices;

namespace SearchService.Engine.Postings;

/// <summary>The postings of one word in one field of one segment, block by block, in any order.</summary>
internal readonly struct BlockPostings(BlockFiles files, WordPlace word)
{
    private const int CacheLine = 64;

    private readonly BlockFiles _files = files;
    private readonly long _documents = word.Documents;
    private readonly long _positions = word.Positions;

    /// <summary>How many documents there are.</summary>
    public int Count { get; } = word.Count;

    /// <summary>How many blocks there are.</summary>
    public int Blocks => (Count + Block.Size - 1) / Block.Size;

    /// <summary>Number of the first block in the segment's table of blocks, if there are several.</summary>
    public int FirstBlock { get; } = word.FirstBlock;

    /// <summary>The last document of each block, if there are several; empty else.</summary>
    public ReadOnlySpan<int> LastDocuments => Column(0);

    /// <summary>How many documents a block has.</summary>
    public int CountOf(int block) => Math.Min(Block.Size, Count - (block * Block.Size));

    /// <summary>
    /// Says that they will soon be read from the beginning. The lists of a query lie all over the files, and nothing else lets the memory
    /// know of them early enough.
    /// </summary>
    public void Fetch()
    {
        _files.Documents.Fetch(_documents);
        _files.Documents.Fetch(_documents + CacheLine);
        if (Count <= Block.Size)
            return;
        var table = TableStart + ((long)FirstBlock * BlockFiles.TableRow);
        _files.Table.Fetch(table);
        _files.Table.Fetch(table + ((long)Blocks * sizeof(int)));
    }

    /// <summary>Reads the documents of a block.</summary>
    /// <param name="block">Its number in the word, from 0.</param>
    /// <param name="documents">Room for <see cref="Block.Size"/>.</param>
    /// <returns>How many there are.</returns>
    public int ReadDocuments(int block, Span<int> documents)
    {
        var count = CountOf(block);
        Block.ReadDocuments(BytesOf(block), count, block == 0 ? -1 : Column(0)[block - 1], documents);
        return count;
    }

    /// <summary>Reads the frequencies of a block.</summary>
    public void ReadFrequencies(int block, Span<int> frequencies) => Block.ReadFrequencies(BytesOf(block), CountOf(block), frequencies);

    /// <summary>The positions of a block.</summary>
    public PositionBits PositionsOf(int block) => new(_files.Positions.From(_positions + (block == 0 ? 0 : (uint)Column(2)[block])));

    /// <summary>The first block at or after <paramref name="from"/> that may hold a document at or after the target; <see cref="Blocks"/> when none does.</summary>
    public int BlockFrom(int target, int from)
    {
        var last = LastDocuments;
        if (last.IsEmpty || from >= last.Length || last[from] >= target)
            return from;
        // Twice as far each time, then halves: near targets are found at once.
        var reach = 1;
        while (from + reach < last.Length && last[from + reach] < target)
            reach *= 2;
        var (low, high) = (from + (reach / 2) + 1, Math.Min(from + reach, last.Length));
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (last[middle] < target)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private ReadOnlySpan<byte> BytesOf(int block) => _files.Documents.From(_documents + (block == 0 ? 0 : (uint)Column(1)[block]));

    private ReadOnlySpan<int> Column(int column)
    {
        if (Count <= Block.Size)
            return [];
        var blocks = Blocks;
        var offset = TableStart + ((long)FirstBlock * BlockFiles.TableRow) + ((long)column * blocks * sizeof(int));
        return MemoryMarshal.Cast<byte, int>(_files.Table.From(offset))[..blocks];
    }

    private long TableStart => (_files.Table.Begin + sizeof(int) - 1) / sizeof(int) * sizeof(int);
}
