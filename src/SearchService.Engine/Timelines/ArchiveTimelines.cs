using System.Diagnostics;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Engine.Stories;

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
        var stories = request.Count == CountBy.Stories ? snapshot.Searcher.Stories : null;
        var (total, found, all) = stories is null ? Articles(snapshot, bound, request, cancellation) : Stories(snapshot, bound, request, stories, cancellation);
        var axis = TimeAxis.Over(request.Interval, TimeAxis.SpanOf(bound.Dates, found.Span, all.Span), bound.Dates);
        return new()
        {
            Query = bound.Reading,
            Total = total,
            Count = ParameterChoice.NameOf(stories is null ? CountBy.Articles : CountBy.Stories),
            Interval = ParameterChoice.NameOf(axis.Step),
            ShareOf = ParameterChoice.NameOf(request.ShareOf),
            Undated = new(found.Undated, all.Undated),
            Intervals = Intervals(axis, found.Over(axis), all.Over(axis)),
            TookMs = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 3),
            Generation = snapshot.Generation,
            Warnings =
            [
                .. bound.Warnings,
                .. axis.Widened(request.Interval),
                .. request.Count == CountBy.Stories && stories is null ? [SearchPipeline.StoriesPending] : Array.Empty<Warning>(),
            ],
        };
    }

    private (Total Total, DayCounts Found, DayCounts All) Articles(IndexSnapshot snapshot, BoundRequest bound, TimelineRequest request, CancellationToken cancellation)
    {
        var collector = new DayCollector().Over(snapshot.Searcher, bound.Clause);
        cancellation.ThrowIfCancellationRequested();
        return (new(collector.Articles, "eq"), collector.Counts, totals.Of(snapshot, request.Search, request.ShareOf));
    }

    private (Total Total, DayCounts Found, DayCounts All) Stories(
        IndexSnapshot snapshot, BoundRequest bound, TimelineRequest request, SnapshotStories stories, CancellationToken cancellation)
    {
        var matches = new StoryDays(stories).Over(snapshot.Searcher, bound.Clause);
        cancellation.ThrowIfCancellationRequested();
        var found = matches.Counts();
        var all = totals.Stories(snapshot, request.Search, request.ShareOf, bound.Dates, stories);
        return (new(matches.Articles, "eq", found.Total), found, all.Counts(matches));
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
