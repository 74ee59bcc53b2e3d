using System.Diagnostics;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Timelines;

/// <summary>Counts articles over time, from one snapshot for each request.</summary>
internal sealed class ArchiveTimelines(IndexedStore articles, ArchiveTotals totals)
{
    /// <summary>Answers a request for a timeline.</summary>
    public TimelineResponse Timeline(TimelineRequest request, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var snapshot = articles.Acquire();
        var bound = BoundRequest.Bind(snapshot, request.Search, Corrections.None);
        cancellation.ThrowIfCancellationRequested();
        var collector = new DayCollector();
        snapshot.Searcher.Search(bound.Query, collector);
        cancellation.ThrowIfCancellationRequested();
        var all = totals.Of(snapshot, request.Search, request.ShareOf);
        var axis = TimeAxis.Over(request.Interval, TimeAxis.SpanOf(bound.Dates, collector.Counts.Span, all.Span), bound.Dates);
        return new()
        {
            Query = bound.Reading,
            Total = new(collector.Articles, "eq"),
            Interval = ParameterChoice.NameOf(axis.Step),
            ShareOf = ParameterChoice.NameOf(request.ShareOf),
            Undated = new(collector.Counts.Undated, all.Undated),
            Intervals = Intervals(axis, collector.Counts.Over(axis), all.Over(axis)),
            TookMs = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 3),
            Generation = snapshot.Generation,
            Warnings = [.. bound.Warnings, .. axis.Widened(request.Interval)],
        };
    }

    private static TimelineInterval[] Intervals(TimeAxis axis, long[] counts, long[] all)
    {
        var intervals = new TimelineInterval[axis.Count];
        for (var i = 0; i < intervals.Length; i++)
        {
            var days = axis.Days(i);
            intervals[i] = new(axis.Name(i), days.First, days.Last, counts[i], all[i], all[i] == 0 ? null : Math.Round((double)counts[i] / all[i], 9));
        }

        return intervals;
    }
}
