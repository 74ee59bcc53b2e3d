using Lucene.Net.Index;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;

namespace SearchService.Engine.TopK;

/// <summary>Documents published within some days. They get nothing for it.</summary>
internal sealed class DatePart(AtomicReader segment, DateSpan span) : Part
{
    private readonly SegmentTimes _times = SegmentTimes.Of(segment);

    /// <inheritdoc/>
    public override bool Counts => false;

    /// <inheritdoc/>
    public override float Bound(int window) => 0;

    /// <inheritdoc/>
    public override int CountIn(in Window window) => window.Length;

    /// <inheritdoc/>
    public override void Match(in Window window, Span<ulong> set)
    {
        for (var document = window.Start; document < window.End; document++)
        {
            if (ScoreOf(document) >= 0)
                WindowSet.Add(set, document - window.Start);
        }
    }

    /// <inheritdoc/>
    public override float ScoreOf(int document) =>
        _times[document] is { } time && time >= span.FirstSecond && time <= span.LastSecond ? 0 : None;
}
