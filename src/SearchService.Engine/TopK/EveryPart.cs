namespace SearchService.Engine.TopK;

/// <summary>All documents. They get nothing for it.</summary>
internal sealed class EveryPart : Part
{
    /// <inheritdoc/>
    public override bool Counts => false;

    /// <inheritdoc/>
    public override float Bound(int window) => 0;

    /// <inheritdoc/>
    public override int CountIn(in Window window) => window.Length;

    /// <inheritdoc/>
    public override void Match(in Window window, Span<ulong> set)
    {
        for (var place = 0; place < window.Length; place++)
            WindowSet.Add(set, place);
    }

    /// <inheritdoc/>
    public override float ScoreOf(int document) => 0;
}
