using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Engine.Indexing;
using SearchService.Engine.Timelines;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary><c>GET /v1/trends</c>.</summary>
internal static class TrendsApi
{
    /// <summary>What it takes.</summary>
    public static QueryParameters Parameters { get; } = new(
    [
        new("q", "The queries, in the query language, by repeating the name: 2 to 8.", "=हिन्दी", QueryParameterType.Texts, Required: true),
        new("measure", "articles (unless given): the share of articles that answer; words: how often what was asked stands in them, per million words of the fields it was looked for in.", "articles", Values: ["articles", "words"]),
        new("spellings", "fold (unless given): a word stands for its other spellings, inflections and readings, as in a search; split: for itself alone, as though = was written before it.", "fold", Values: ["fold", "split"]),
        new("smoothing", "Intervals on either side that each value is averaged with, 0 to 50: a centred moving average; 0 unless given.", 1, QueryParameterType.Number),
        .. TimelineApi.Counting,
        .. TimelineApi.Filters,
    ]);

    /// <summary>Maps it.</summary>
    public static void MapTrends(this RouteGroupBuilder group) =>
        group.MapGet("/trends", Trends)
            .WithName("trends")
            .WithTags("research")
            .WithSummary("Several queries compared over time on one axis: share of articles, or occurrences per million words.")
            .WithMetadata(Parameters)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status414UriTooLong);

    /// <summary>Reads a query string.</summary>
    public static TrendsParameters Read(IQueryCollection query) => new()
    {
        Queries = [.. query["q"].OfType<string>()],
        Search = SearchQuery.Read(query).Parameters,
        Interval = query["interval"].FirstOrDefault(),
        ShareOf = query["shareOf"].FirstOrDefault(),
        Measure = query["measure"].FirstOrDefault(),
        Spellings = query["spellings"].FirstOrDefault(),
        Smoothing = query["smoothing"].FirstOrDefault(),
    };

    private static Results<Ok<TrendsResponse>, StatusCodeHttpResult, ProblemHttpResult> Trends(HttpContext context, ServedArchive served, Caching caching)
    {
        var archive = served.Open;
        var warnings = SearchQuery.Ineffective(context.Request.Query, Parameters);
        if (!TrendsRequest.TryCreate(Read(context.Request.Query), out var request, out var problem))
            return Problems.Of(problem);
        var status = archive.Status;
        if (caching.Holds(context, Tag(status)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var response = archive.Trends(request, context.RequestAborted);
        context.Response.Headers.ETag = Tag(status with { Generation = response.Generation });
        return TypedResults.Ok(warnings.Count == 0 ? response : response with { Warnings = [.. response.Warnings, .. warnings] });

        string Tag(ArchiveStatus of) => EntityTags.Of(of, "trends", request.Canonical, string.Join('\n', warnings.Select(warning => warning.Message)));
    }
}
