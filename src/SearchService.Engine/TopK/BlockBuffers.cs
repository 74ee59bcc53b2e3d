using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SearchService.Engine.Postings;

namespace SearchService.Engine.TopK;

/// <summary>Room for a block that is read. One that is entered stays until another is, or until it is forgotten.</summary>
internal sealed class BlockBuffers
{
    private int _block = -1;
    private int _count;
    private bool _hasFrequencies;

    /// <summary>Its documents; beyond the last one the largest number there is.</summary>
    public int[] Documents { get; } = new int[Block.Size];

    /// <summary>Their frequencies.</summary>
    public int[] Frequencies { get; } = new int[Block.Size];

    /// <summary>Reads the documents of a block unless they are there; returns how many there are.</summary>
    public int Enter(in BlockPostings postings, int block)
    {
        if (block != _block)
            (_block, _count, _hasFrequencies) = (block, Read(postings, block), false);
        return _count;
    }

    /// <summary>Reads the frequencies of the block entered unless they are there.</summary>
    public void ReadFrequencies(in BlockPostings postings)
    {
        if (_hasFrequencies)
            return;
        postings.ReadFrequencies(_block, Frequencies);
        _hasFrequencies = true;
    }

    /// <summary>What is read is another word's from now on.</summary>
    public void Forget() => _block = -1;

    /// <summary>Reads the documents of a block; returns how many there are.</summary>
    public int Read(in BlockPostings postings, int block)
    {
        var count = postings.ReadDocuments(block, Documents);
        if (count < Block.Size)
            Documents.AsSpan(count).Fill(int.MaxValue);
        return count;
    }

    /// <summary>How many documents of the block stand before one: all are compared, which takes less than searching among them.</summary>
    public int Below(int document)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(Documents);
        var limit = Vector256.Create(document);
        var (one, other) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (nuint at = 0; at < Block.Size; at += 16)
        {
            // What is true is -1.
            one -= Vector256.LessThan(Vector256.LoadUnsafe(ref first, at), limit);
            other -= Vector256.LessThan(Vector256.LoadUnsafe(ref first, at + 8), limit);
        }

        return Vector256.Sum(one + other);
    }

    /// <summary>The sum of the frequencies from a place to before another.</summary>
    public int FrequenciesIn(int from, int to)
    {
        ref var first = ref MemoryMarshal.GetReference(Frequencies.AsSpan(0, to));
        var sums = Vector256<int>.Zero;
        for (; from + Vector256<int>.Count <= to; from += Vector256<int>.Count)
            sums += Vector256.LoadUnsafe(ref first, (nuint)from);
        var sum = Vector256.Sum(sums);
        for (; from < to; from++)
            sum += Frequencies[from];
        return sum;
    }
}
