using Lucene.Net.Index;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Results;

/// <summary>Where the articles of a segment stand in an order by date.</summary>
/// <param name="segment">The segment.</param>
/// <param name="sort">Newest or oldest first.</param>
internal sealed class DateOrder(AtomicReader segment, SearchSort sort)
{
    private readonly SegmentTimes _times = SegmentTimes.Of(segment);

    /// <summary>The key of an article, the highest first. Undated articles stand last in both directions.</summary>
    public double Of(int document) =>
        _times[document] is not { } time ? double.NegativeInfinity : sort == SearchSort.Newest ? time : -(double)time;
}
