using SearchService.Engine.Results;

namespace SearchService.Engine.Timelines;

/// <summary>The articles that answer a query, over time.</summary>
public sealed record TimelineResponse
{
    /// <summary>What was asked and how it was read.</summary>
    public required QueryReading Query { get; init; }

    /// <summary>How many articles match, and how many stories they are where those are counted: the sum of all intervals and of those without a date.</summary>
    public required Total Total { get; init; }

    /// <summary>articles or stories: what is counted. A story is counted once, on the first day on which a copy of it that matches is dated.</summary>
    public required string Count { get; init; }

    /// <summary>day, month or year, on the papers' calendar (+05:30).</summary>
    public required string Interval { get; init; }

    /// <summary>archive or filters: what counts are shares of.</summary>
    public required string ShareOf { get; init; }

    /// <summary>Articles without a date, or stories no copy of which has one: they are in no interval.</summary>
    public required UndatedArticles Undated { get; init; }

    /// <summary>From the first to the last with an article, or over the days asked for; without a gap.</summary>
    public required IReadOnlyList<TimelineInterval> Intervals { get; init; }

    /// <summary>Time from query tree to response, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>Sequence number of the last change that the searched snapshot holds.</summary>
    public required long Generation { get; init; }

    /// <summary>Every cut, cap or reinterpretation that happened.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }
}

/// <summary>Articles, or stories, without a date.</summary>
/// <param name="Count">How many match.</param>
/// <param name="All">How many there are.</param>
public sealed record UndatedArticles(long Count, long All);

/// <summary>One interval.</summary>
/// <param name="Name">2021, 2021-04 or 2021-04-07.</param>
/// <param name="From">Its first day within the days asked for.</param>
/// <param name="To">Its last day within the days asked for.</param>
/// <param name="Count">How many articles of these days match: as many as a search from and to these days finds. Where stories are counted, those whose first copy that matches is of these days.</param>
/// <param name="All">How many articles there are of these days. Where stories are counted, those of the days asked for: each that matches where it is counted, and each other where its first copy is.</param>
/// <param name="Share"><paramref name="Count"/> ÷ <paramref name="All"/>, 0 to 1; null where there are none.</param>
public sealed record TimelineInterval(string Name, DateOnly From, DateOnly To, long Count, long All, double? Share);
