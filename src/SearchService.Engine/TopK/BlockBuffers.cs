using SearchService.Engine.Postings;

namespace SearchService.Engine.TopK;

/// <summary>Room for a block that is read.</summary>
internal sealed class BlockBuffers
{
    /// <summary>Its documents.</summary>
    public int[] Documents { get; } = new int[Block.Size];

    /// <summary>Places of some of them; one more than a block has, to be written to freely.</summary>
    public int[] Hits { get; } = new int[Block.Size + 1];

    /// <summary>Their frequencies.</summary>
    public int[] Frequencies { get; } = new int[Block.Size];
}
