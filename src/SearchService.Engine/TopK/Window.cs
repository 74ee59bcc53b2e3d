namespace SearchService.Engine.TopK;

/// <summary>Documents of a segment that are looked at together, from <paramref name="Start"/> to before <paramref name="End"/>.</summary>
/// <param name="Number">Number in the segment, from 0; a part of a window has that of the whole.</param>
/// <param name="Start">First document; a multiple of 64.</param>
/// <param name="End">After the last document.</param>
/// <param name="IsWhole">Whether it is no part of a window.</param>
internal readonly record struct Window(int Number, int Start, int End, bool IsWhole = true)
{
    /// <summary>How many documents.</summary>
    public int Length => End - Start;

    /// <summary>Words of a set of its documents.</summary>
    public int Words => (Length + 63) / 64;
}
