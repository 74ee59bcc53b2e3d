using SearchService.Engine.Postings;

namespace SearchService.Engine.TopK;

/// <summary>Room for a block that is read.</summary>
internal sealed class BlockBuffers
{
    /// <summary>Its documents.</summary>
    public int[] Documents { get; } = new int[Block.Size];

    /// <summary>Their frequencies.</summary>
    public int[] Frequencies { get; } = new int[Block.Size];
}
