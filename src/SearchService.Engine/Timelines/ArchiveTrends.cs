using System.Diagnostics;
using SearchService.Engine.Concordances;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Timelines;

/// <summary>Compares queries over time, all on one snapshot.</summary>
internal sealed class ArchiveTrends(IndexedStore articles, ArchiveTotals totals)
{
    private const double Million = 1_000_000;

    /// <summary>Answers a request for trends.</summary>
    public TrendsResponse Compare(TrendsRequest request, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var snapshot = articles.Acquire();
        var counted = request.Searches.Select(search => Count(snapshot, search, request, cancellation)).ToArray();
        var span = counted.Select(one => TimeAxis.SpanOf(one.Bound.Dates, one.Found.Span, one.All.Span)).Aggregate(Around);
        var axis = TimeAxis.Over(request.Interval, span, counted.Select(one => one.Bound.Dates).Aggregate(Around));
        return new()
        {
            Measure = ParameterChoice.NameOf(request.Measure),
            Unit = request.Measure == TrendMeasure.Words ? "occurrences per million words" : "share of articles",
            Spellings = ParameterChoice.NameOf(request.Spellings),
            ShareOf = ParameterChoice.NameOf(request.ShareOf),
            Smoothing = new("centred moving average", request.Smoothing, (2 * request.Smoothing) + 1),
            Interval = ParameterChoice.NameOf(axis.Step),
            Intervals = [.. Enumerable.Range(0, axis.Count).Select(i => new TrendInterval(axis.Name(i), axis.Days(i).First, axis.Days(i).Last))],
            Series = [.. counted.Select(one => Series(one, axis, request))],
            TookMs = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 3),
            Generation = snapshot.Generation,
            Warnings = [.. counted.SelectMany(one => one.Bound.Warnings).Distinct(), .. axis.Widened(request.Interval)],
        };
    }

    /// <summary>The mean of the values around each, of as many as there are.</summary>
    /// <param name="values">The values; null where there is none.</param>
    /// <param name="eachSide">How many on either side are averaged with it.</param>
    internal static double?[] Smooth(double?[] values, int eachSide)
    {
        var smoothed = new double?[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (sum, count) = (0.0, 0);
            for (var j = Math.Max(0, i - eachSide); j <= Math.Min(values.Length - 1, i + eachSide); j++)
            {
                if (values[j] is { } value)
                    (sum, count) = (sum + value, count + 1);
            }

            smoothed[i] = count == 0 ? null : Math.Round(sum / count, 9);
        }

        return smoothed;
    }

    private static TrendSeries Series(Counted one, TimeAxis axis, TrendsRequest request)
    {
        var (counts, outOf) = (one.Found.Over(axis), one.All.Over(axis));
        var unit = request.Measure == TrendMeasure.Words ? Million : 1;
        var values = counts.Zip(outOf, (count, all) => all == 0 ? default(double?) : Math.Round(unit * count / all, 9)).ToArray();
        return new(one.Bound.Reading, one.Found.Total, one.Found.Undated, counts, outOf, values, request.Smoothing == 0 ? values : Smooth(values, request.Smoothing));
    }

    private static DateSpan Around(DateSpan one, DateSpan other) =>
        one.First > one.Last ? other
        : other.First > other.Last ? one
        : new(one.First < other.First ? one.First : other.First, one.Last > other.Last ? one.Last : other.Last);

    private static TextFields FieldsOf(Clause clause) => clause switch
    {
        ConceptClause concept => concept.Concept.Fields,
        PatternClause pattern => pattern.Pattern.Concepts.Aggregate(TextFields.None, (fields, concept) => fields | concept.Fields),
        BagClause bag => bag.Required.Concat(bag.Optional).Aggregate(TextFields.None, (fields, part) => fields | FieldsOf(part)),
        _ => TextFields.None,
    };

    private Counted Count(IndexSnapshot snapshot, SearchRequest search, TrendsRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var bound = BoundRequest.Bind(snapshot, search, Corrections.None, request.Spellings == Spellings.Split);
        var words = request.Measure == TrendMeasure.Words;
        var collector = new DayCollector(words ? Occurrences : null).Over(snapshot.Searcher, bound.Clause);
        cancellation.ThrowIfCancellationRequested();
        return new(bound, collector.Counts, totals.Of(snapshot, search, request.ShareOf, words ? FieldsOf(bound.Clause) : null));

        Func<int, long> Occurrences(SnapshotSegment segment, ulong[] matches)
        {
            var counts = new OccurrenceCounts(bound.Clause, segment, matches);
            return document => counts[document];
        }
    }

    private sealed record Counted(BoundRequest Bound, DayCounts Found, DayCounts All);
}
