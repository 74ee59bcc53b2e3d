using SearchService.Engine.Results;

namespace SearchService.Engine.Timelines;

/// <summary>Several queries over time, on one axis.</summary>
public sealed record TrendsResponse
{
    /// <summary>articles or words.</summary>
    public required string Measure { get; init; }

    /// <summary>What values are, in words: share of articles, or occurrences per million words.</summary>
    public required string Unit { get; init; }

    /// <summary>fold or split.</summary>
    public required string Spellings { get; init; }

    /// <summary>archive or filters: what counts are compared with.</summary>
    public required string ShareOf { get; init; }

    /// <summary>How values are smoothed.</summary>
    public required Smoothing Smoothing { get; init; }

    /// <summary>day, month or year, on the papers' calendar (+05:30).</summary>
    public required string Interval { get; init; }

    /// <summary>The intervals, without a gap, the same for every query.</summary>
    public required IReadOnlyList<TrendInterval> Intervals { get; init; }

    /// <summary>The queries in the order they were given.</summary>
    public required IReadOnlyList<TrendSeries> Series { get; init; }

    /// <summary>Time from query tree to response, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>Sequence number of the last change that the searched snapshot holds.</summary>
    public required long Generation { get; init; }

    /// <summary>Every cut, cap or reinterpretation that happened.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }
}

/// <summary>An interval of the axis.</summary>
/// <param name="Name">2021, 2021-04 or 2021-04-07.</param>
/// <param name="From">Its first day within the days asked for.</param>
/// <param name="To">Its last day within the days asked for.</param>
public sealed record TrendInterval(string Name, DateOnly From, DateOnly To);

/// <summary>How values are smoothed.</summary>
/// <param name="Method">Always <c>centred moving average</c>: the mean of the values of the window; at the ends, and where an interval has no value, of those that are there.</param>
/// <param name="EachSide">Intervals on either side; 0 leaves values as they are.</param>
/// <param name="Window">Intervals that are averaged: twice as many and one.</param>
public sealed record Smoothing(string Method, int EachSide, int Window);

/// <summary>One query over time; its lists have a member for each interval.</summary>
/// <param name="Query">What was asked and how it was read.</param>
/// <param name="Total">How many articles match, or how many occurrences there are: the sum of the counts and the undated.</param>
/// <param name="Undated">How many of them have no date.</param>
/// <param name="Counts">Articles that match, or occurrences.</param>
/// <param name="OutOf">Articles there are, or words.</param>
/// <param name="Values">Share of articles, 0 to 1, or occurrences per million words; null where there are none to compare with.</param>
/// <param name="Smoothed"><paramref name="Values"/> smoothed.</param>
public sealed record TrendSeries(
    QueryReading Query, long Total, long Undated, IReadOnlyList<long> Counts, IReadOnlyList<long> OutOf, IReadOnlyList<double?> Values, IReadOnlyList<double?> Smoothed);
