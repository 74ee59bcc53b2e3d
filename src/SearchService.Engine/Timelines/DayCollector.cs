using SearchService.Engine.Querying;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Timelines;

/// <summary>Counts matches by the day they are dated.</summary>
/// <param name="weigh">What counts in a segment, of which a bit for each match is given, by its document; null: each document once.</param>
internal sealed class DayCollector(Func<SnapshotSegment, ulong[], Func<int, long>>? weigh = null)
{
    /// <summary>The counts.</summary>
    public DayCounts Counts { get; } = new();

    /// <summary>How many documents matched.</summary>
    public long Articles { get; private set; }

    /// <summary>Counts what matches a query.</summary>
    public DayCollector Over(ArchiveSearcher searcher, Clause clause)
    {
        using var search = new TopKSearch(searcher, clause);
        search.ForEachSegment(Collect);
        return this;
    }

    private void Collect(SegmentView view, ulong[] matches)
    {
        var days = SegmentDays.Of(view.Segment.Reader);
        var counts = new long[days.Count];
        var weight = weigh?.Invoke(view.Segment, matches);
        var ordinals = days.Ordinals;
        for (var document = WindowSet.Next(matches, 0); document >= 0; document = WindowSet.Next(matches, document + 1))
        {
            Articles++;
            counts[ordinals[document]] += weight?.Invoke(document) ?? 1;
        }

        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
            Counts.Add(days[ordinal], counts[ordinal]);
    }
}
