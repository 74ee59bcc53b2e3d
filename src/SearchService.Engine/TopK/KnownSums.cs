namespace SearchService.Engine.TopK;

/// <summary>
/// What the worths of one concept come to at most in each window of one snapshot, as far as searches have found it out: 0 where none has. Thread-safe:
/// whoever finds it out finds the same.
/// </summary>
/// <param name="segments">How many segments the snapshot has.</param>
internal sealed class KnownSums(int segments)
{
    private readonly float[]?[] _segments = new float[]?[segments];

    /// <summary>By window of the smallest kind; may be written to.</summary>
    public float[] Of(SegmentView segment) => _segments[segment.Segment.Number] ??= new float[segment.Windows];
}
