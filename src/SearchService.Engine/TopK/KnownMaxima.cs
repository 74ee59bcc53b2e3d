namespace SearchService.Engine.TopK;

/// <summary>
/// What one concept comes to at most in each range of documents of one snapshot, as far as searches have found it out. Thread-safe: whoever finds it out
/// finds the same.
/// </summary>
/// <param name="segments">How many segments the snapshot has.</param>
internal sealed class KnownMaxima(int segments)
{
    /// <summary>Binary logarithm of the documents of a range.</summary>
    public const int RangeBits = 10;

    /// <summary>Documents of a range.</summary>
    public const int Range = 1 << RangeBits;

    private readonly Maximum[]?[] _segments = new Maximum[]?[segments];

    /// <summary>By range of a segment, the default where it is not known; may be written to.</summary>
    public Maximum[] Of(SegmentView segment) => _segments[segment.Segment.Number] ??= new Maximum[((segment.Documents - 1) >> RangeBits) + 1];

    /// <summary>What a document of a range has at most.</summary>
    /// <param name="Sum">The sum of its worths; above 0 where it is known, even if no document has any.</param>
    /// <param name="Score">Its score.</param>
    internal readonly record struct Maximum(float Sum, float Score);
}
