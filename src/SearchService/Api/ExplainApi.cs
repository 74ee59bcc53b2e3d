using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Engine.Explaining;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary><c>GET /v1/explain</c>.</summary>
internal static class ExplainApi
{
    private static readonly QueryParameters Parameters = new(
    [
        .. SearchQuery.Members("q"),
        new("id", "The article's id.", "brief-001", Required: true),
        .. TimelineApi.Filters,
    ]);

    /// <summary>Maps it.</summary>
    public static void MapExplain(this RouteGroupBuilder group) =>
        group.MapGet("/explain", Explain)
            .WithName("explain")
            .WithTags("search")
            .WithSummary("Why an article has its score in a search: what each word, phrase and pair of neighbours of the query added, in which forms and fields, adding up to the score.")
            .WithMetadata(Parameters)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status414UriTooLong);

    private static Results<Ok<Explanation>, StatusCodeHttpResult, ProblemHttpResult> Explain(HttpContext context, ServedArchive served, Caching caching)
    {
        var archive = served.Open;
        var query = context.Request.Query;
        var warnings = SearchQuery.Ineffective(query, Parameters);
        var written = SearchQuery.Read(query).Parameters with { Page = null, PageSize = null, Cursor = null, Sort = null, Facets = null };
        if (query["id"].FirstOrDefault() is not { Length: > 0 and <= ArticleAddress.LongestId } id)
            return Problems.Of(StatusCodes.Status400BadRequest, "invalid_parameter", $"id is missing or too long; expected the id of an article, 1 to {ArticleAddress.LongestId:N0} characters.", ("parameter", "id"));
        if (!SearchRequest.TryCreate(written, out var request, out var problem))
            return Problems.Of(problem);
        var status = archive.Status;
        if (caching.Holds(context, Tag(status)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (archive.Explain(request, id.Normalize(), context.RequestAborted) is not { } explanation)
            return ArticlesApi.NoArticle();
        context.Response.Headers.ETag = Tag(status with { Generation = explanation.Generation });
        return TypedResults.Ok(warnings.Count == 0 ? explanation : explanation with { Warnings = [.. explanation.Warnings, .. warnings] });

        string Tag(ArchiveStatus of) => EntityTags.Of(of, "explain", id, request.Canonical, request.Text, string.Join('\n', warnings.Select(warning => warning.Message)));
    }
}
