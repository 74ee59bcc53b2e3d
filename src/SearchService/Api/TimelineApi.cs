using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Engine.Indexing;
using SearchService.Engine.Timelines;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary><c>GET /v1/timeline</c>.</summary>
internal static class TimelineApi
{
    /// <summary>Filters of a search, which timelines, trends and concordances take as well.</summary>
    public static readonly IReadOnlyList<QueryParameter> Filters = [.. SearchQuery.Members("from", "to", "category", "agency", "place", "byline", "year", "readings", "corrections")];

    /// <summary>How counts over time are told, in timelines and trends.</summary>
    public static readonly IReadOnlyList<QueryParameter> Counting =
    [
        new("interval", "Length of the intervals, on the papers' calendar (+05:30); without it the shortest that makes at most 100 of them. Where there would be more than 40,000 they get longer, with the warning interval_widened.", "month", Values: ["day", "month", "year"]),
        new("shareOf", "What counts are compared with: archive (unless given), all articles of the interval; filters, those that category, agency, place, byline and year let through.", "archive", Values: ["archive", "filters"]),
    ];

    private static readonly QueryParameters Parameters = new(
    [
        .. SearchQuery.Members("q"),
        new("count", "What is counted: articles (unless given); stories, each once, on the first day on which a copy that matches is dated, so that intervals add up to total.stories. All stories are counted alike, those that match where they are counted, each other where its first copy of the days asked for is.", "stories", Values: ["articles", "stories"]),
        .. Counting,
        .. Filters,
    ]);

    /// <summary>Maps it.</summary>
    public static void MapTimeline(this RouteGroupBuilder group) =>
        group.MapGet("/timeline", Timeline)
            .WithName("timeline")
            .WithTags("research")
            .WithSummary("The articles that answer a query over time: how many in each interval, and what share of all articles of the interval.")
            .WithMetadata(Parameters)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status414UriTooLong);

    private static Results<Ok<TimelineResponse>, StatusCodeHttpResult, ProblemHttpResult> Timeline(HttpContext context, ServedArchive served, Caching caching)
    {
        var archive = served.Open;
        var query = context.Request.Query;
        var warnings = SearchQuery.Ineffective(query, Parameters);
        if (!TimelineRequest.TryCreate(SearchQuery.Read(query).Parameters, query["interval"].FirstOrDefault(), query["shareOf"].FirstOrDefault(), out var request, out var problem))
            return Problems.Of(problem);
        var status = archive.Status;
        if (caching.Holds(context, Tag(status)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var response = archive.Timeline(request, context.RequestAborted);
        Caching.Tell(context, Tag(status with { Generation = response.Generation }), response.Warnings);
        return TypedResults.Ok(warnings.Count == 0 ? response : response with { Warnings = [.. response.Warnings, .. warnings] });

        string Tag(ArchiveStatus of) => EntityTags.Of(of, "timeline", request.Canonical, request.Text, string.Join('\n', warnings.Select(warning => warning.Message)));
    }
}
