using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary><c>GET /v1/search</c>.</summary>
internal static class SearchApi
{
    /// <summary>Maps it.</summary>
    public static void MapSearch(this RouteGroupBuilder group) =>
        group.MapGet("/search", Search)
            .WithName("search")
            .WithTags("search")
            .WithSummary("Articles that answer a query, best first, with the words that answered marked.")
            .WithMetadata(SearchQuery.Parameters)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status414UriTooLong);

    private static Results<Ok<SearchResponse>, StatusCodeHttpResult, ProblemHttpResult> Search(HttpContext context, ServedArchive served, Caching caching)
    {
        var archive = served.Open;
        var (parameters, warnings) = SearchQuery.Read(context.Request.Query);
        if (!SearchRequest.TryCreate(parameters, out var request, out var problem))
            return Problems.Of(problem);
        var status = archive.Status;
        if (caching.Holds(context, Tag(status)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);

        var response = archive.Search(request, context.RequestAborted);
        // The archive may have gone on since its generation was asked for.
        Caching.Tell(context, Tag(status with { Generation = response.Generation }), response.Warnings);
        return TypedResults.Ok(warnings.Count == 0 ? response : response with { Warnings = [.. response.Warnings, .. warnings] });

        string Tag(ArchiveStatus of) => EntityTags.Of(
            of, "search", request.Canonical, request.Text, $"{request.Page}/{request.PageSize}", string.Join(',', request.Facets), $"{request.Folds}/{request.Count}",
            parameters.Cursor, string.Join('\n', warnings.Select(warning => warning.Message)));
    }
}
