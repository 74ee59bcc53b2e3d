using System.Diagnostics.CodeAnalysis;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Timelines;

/// <summary>What a count is a share of.</summary>
public enum ShareOf
{
    /// <summary>All articles of the archive in the interval.</summary>
    Archive,

    /// <summary>The articles of the interval that the filters let through.</summary>
    Filters,
}

/// <summary>A checked request for a timeline.</summary>
public sealed record TimelineRequest
{
    internal TimelineRequest()
    {
    }

    /// <summary>Length of the intervals; null for one that suits the span.</summary>
    public TimeStep? Interval { get; internal init; }

    /// <summary>What counts are shares of.</summary>
    public ShareOf ShareOf { get; internal init; }

    /// <summary>What is counted.</summary>
    public CountBy Count => Search.Count;

    /// <summary>Everything that decides what the answer says.</summary>
    public string Canonical => $"{Search.Canonical}\n{Interval}\n{ShareOf}\n{Count}";

    /// <summary>The query as asked.</summary>
    public string Text => Search.Text;

    internal SearchRequest Search { get; init; } = new();

    /// <summary>Checks what a caller wrote.</summary>
    /// <param name="parameters">Query and filters as in a search.</param>
    /// <param name="interval">day, month or year; blank for one that suits the span.</param>
    /// <param name="shareOf">archive (also when blank) or filters.</param>
    /// <param name="request">The request, when true is returned.</param>
    /// <param name="problem">Why not, when false is returned.</param>
    public static bool TryCreate(
        SearchParameters parameters,
        string? interval,
        string? shareOf,
        [NotNullWhen(true)] out TimelineRequest? request,
        [NotNullWhen(false)] out RequestProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        request = null;
        if (!SearchRequest.TryCreate(parameters.WhichArticles() with { Count = parameters.Count }, out var search, out problem))
            return false;
        var choice = new ParameterChoice();
        var read = new TimelineRequest
        {
            Search = search,
            Interval = choice.Optional<TimeStep>(interval, "interval"),
            ShareOf = choice.Of(shareOf, "shareOf", ShareOf.Archive),
        };
        problem = choice.Problem;
        if (problem is null)
            request = read;
        return problem is null;
    }
}
