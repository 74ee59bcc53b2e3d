using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SearchService.Engine.Postings;

namespace SearchService.Engine.TopK;

/// <summary>Room for a block that is read.</summary>
internal sealed class BlockBuffers
{
    /// <summary>Its documents; beyond the last one the largest number there is.</summary>
    public int[] Documents { get; } = new int[Block.Size];

    /// <summary>Their frequencies.</summary>
    public int[] Frequencies { get; } = new int[Block.Size];

    /// <summary>Places of some of them; one more than a block has, to be written to freely.</summary>
    public int[] Hits { get; } = new int[Block.Size + 1];

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
}
