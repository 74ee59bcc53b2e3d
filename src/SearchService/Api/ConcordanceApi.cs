using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Engine.Concordances;
using SearchService.Engine.Indexing;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary><c>GET /v1/concordance</c>.</summary>
internal static class ConcordanceApi
{
    /// <summary>What decides the lines and their order.</summary>
    public static readonly IReadOnlyList<QueryParameter> Lines =
    [
        .. SearchQuery.Members("q"),
        new("sort", "Order of the lines: newest (unless given) or oldest first, or by the words around the keyword: left1 by the word before it, then those before that, left2 and left3 from the second and third word on; right1 to right3 the same after it.", "right1", Values: ["newest", "oldest", "left1", "left2", "left3", "right1", "right2", "right3"]),
        new("context", "Words on either side, 1 to 50; 8 unless given.", 8, QueryParameterType.Count),
        .. TimelineApi.Filters,
    ];

    private static readonly QueryParameters Parameters = new(
    [
        .. Lines,
        new("pageSize", "Lines a page, 1 to 1,000; 50 unless given.", 50, QueryParameterType.Count),
        new("cursor", "The nextCursor of the answer before; all other parameters stay the same."),
    ]);

    /// <summary>Maps it.</summary>
    public static void MapConcordance(this RouteGroupBuilder group) =>
        group.MapGet("/concordance", Concordance)
            .WithName("concordance")
            .WithTags("research")
            .WithSummary("Every occurrence of what a query asks, each on a line with the words before and after it.")
            .WithMetadata(Parameters)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status414UriTooLong);

    private static Results<Ok<ConcordanceResponse>, StatusCodeHttpResult, ProblemHttpResult> Concordance(HttpContext context, ServedArchive served, Caching caching)
    {
        var archive = served.Open;
        var query = context.Request.Query;
        var parameters = SearchQuery.Read(query).Parameters;
        var warnings = SearchQuery.Ineffective(query, Parameters);
        if (!ConcordanceRequest.TryCreate(parameters, query["context"].FirstOrDefault(), out var request, out var problem))
            return Problems.Of(problem);
        var status = archive.Status;
        if (caching.Holds(context, Tag(status)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var response = archive.Concordance(request, context.RequestAborted);
        context.Response.Headers.ETag = Tag(status with { Generation = response.Generation });
        return TypedResults.Ok(warnings.Count == 0 ? response : response with { Warnings = [.. response.Warnings, .. warnings] });

        string Tag(ArchiveStatus of) => EntityTags.Of(
            of, "concordance", request.Canonical, request.Text, $"{request.Context}/{request.PageSize}", parameters.Cursor, string.Join('\n', warnings.Select(warning => warning.Message)));
    }
}
