using System.Diagnostics.CodeAnalysis;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Timelines;

/// <summary>What is compared.</summary>
public enum TrendMeasure
{
    /// <summary>Articles that answer, as a share of all articles.</summary>
    Articles,

    /// <summary>Occurrences of what was asked, per million words of the fields it was looked for in.</summary>
    Words,
}

/// <summary>Which printed words stand for a word of the query.</summary>
public enum Spellings
{
    /// <summary>Its other spellings, inflections and readings too, as in a search.</summary>
    Fold,

    /// <summary>The word as it is written alone.</summary>
    Split,
}

/// <summary>A request for trends as a caller wrote it.</summary>
public sealed record TrendsParameters
{
    /// <summary>The queries, blank ones not counted.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    /// <summary>Filters, readings and corrections, the same for all; its query is not looked at.</summary>
    public SearchParameters Search { get; init; } = new();

    /// <summary>day, month or year; blank for one that suits the span.</summary>
    public string? Interval { get; init; }

    /// <summary>archive (also when blank) or filters.</summary>
    public string? ShareOf { get; init; }

    /// <summary>articles (also when blank) or words.</summary>
    public string? Measure { get; init; }

    /// <summary>fold (also when blank) or split.</summary>
    public string? Spellings { get; init; }

    /// <summary>Intervals on either side that are averaged, 0 (also when blank) to 50.</summary>
    public string? Smoothing { get; init; }
}

/// <summary>A checked request for trends.</summary>
public sealed record TrendsRequest
{
    /// <summary>Fewest and most queries.</summary>
    public const int Fewest = 2, Most = 8;

    /// <summary>Most intervals on either side that are averaged.</summary>
    public const int MostSmoothing = 50;

    internal TrendsRequest()
    {
    }

    /// <summary>Length of the intervals; null for one that suits the span.</summary>
    public TimeStep? Interval { get; internal init; }

    /// <summary>What is compared.</summary>
    public TrendMeasure Measure { get; internal init; }

    /// <summary>What counts are shares of.</summary>
    public ShareOf ShareOf { get; internal init; }

    /// <summary>Which printed words stand for a word of the query.</summary>
    public Spellings Spellings { get; internal init; }

    /// <summary>Intervals on either side that are averaged.</summary>
    public int Smoothing { get; internal init; }

    /// <summary>Everything that decides what the answer says.</summary>
    public string Canonical => string.Join('\n', [.. Searches.SelectMany(one => (string[])[one.Canonical, one.Text]), $"{Interval}\n{Measure}\n{ShareOf}\n{Spellings}\n{Smoothing}"]);

    internal IReadOnlyList<SearchRequest> Searches { get; init; } = [];

    /// <summary>Checks what a caller wrote.</summary>
    /// <param name="parameters">As written.</param>
    /// <param name="request">The request, when true is returned.</param>
    /// <param name="problem">Why not, when false is returned.</param>
    public static bool TryCreate(
        TrendsParameters parameters,
        [NotNullWhen(true)] out TrendsRequest? request,
        [NotNullWhen(false)] out RequestProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        request = null;
        var queries = parameters.Queries.Where(query => !string.IsNullOrWhiteSpace(query)).ToList();
        if (queries.Count is < Fewest or > Most)
        {
            problem = new("invalid_parameter", $"q is given {queries.Count} times; expected {Fewest} to {Most} queries to compare.", "q");
            return false;
        }

        var searches = new List<SearchRequest>();
        foreach (var query in queries)
        {
            if (!SearchRequest.TryCreate(parameters.Search.WhichArticles() with { Q = query }, out var search, out problem))
                return false;
            searches.Add(search);
        }

        var choice = new ParameterChoice();
        var read = new TrendsRequest
        {
            Searches = searches,
            Interval = choice.Optional<TimeStep>(parameters.Interval, "interval"),
            Measure = choice.Of(parameters.Measure, "measure", TrendMeasure.Articles),
            ShareOf = choice.Of(parameters.ShareOf, "shareOf", ShareOf.Archive),
            Spellings = choice.Of(parameters.Spellings, "spellings", Spellings.Fold),
            Smoothing = choice.Number(parameters.Smoothing, "smoothing", 0, 0, MostSmoothing),
        };
        problem = choice.Problem;
        if (problem is null)
            request = read;
        return problem is null;
    }
}
