using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Engine.Indexing;
using SearchService.Engine.Permalinks;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Hosting;
using SearchService.Http;
using SearchService.Pages;

namespace SearchService.Api;

/// <summary><c>GET /v1/permalink</c>: a search to be cited, and what has become of it since.</summary>
internal static class PermalinkApi
{
    private static readonly QueryParameters Parameters = SearchQuery.ParametersWith(
        ["page", "pageSize", "cursor", "facets", "count"],
        new QueryParameter("at", "The member \"at\" of an earlier answer or of a permalink: the answer tells what has changed since. All other parameters stay the same.", "1841.3f2a9c1b.120"));

    /// <summary>Maps it.</summary>
    public static void MapPermalink(this RouteGroupBuilder group) =>
        group.MapGet("/permalink", Permalink)
            .WithName("permalink")
            .WithTags("search")
            .WithSummary("An address that names a search and the state of the archive it was made on; and what was added, changed and removed since an earlier one was made.")
            .WithMetadata(Parameters)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status414UriTooLong);

    private static Results<Ok<PermalinkAnswer>, StatusCodeHttpResult, ProblemHttpResult> Permalink(
        HttpContext context, ServedArchive served, Caching caching, PublicAddress address)
    {
        var archive = served.Open;
        var (parameters, warnings) = SearchQuery.Read(context.Request.Query, Parameters);
        parameters = parameters with { Page = null, PageSize = null, Cursor = null, Facets = null };
        if (!SearchRequest.TryCreate(parameters, out var request, out var problem))
            return Problems.Of(problem);
        SearchMark? then = null;
        if (context.Request.Query["at"].FirstOrDefault() is { Length: > 0 } at && !SearchMark.TryParse(at, out then))
            return Problems.OfValue("at", at, ["the member \"at\" of an earlier answer, such as 1841.3f2a9c1b.120"]);
        var status = archive.Status;
        if (caching.Holds(context, Tag(status)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);

        var marked = archive.Compare(request, then, context.RequestAborted);
        context.Response.Headers.ETag = Tag(status with { Generation = marked.Now.Generation });
        var url = address.Root(context.Request) + SearchAddress.Permalink(parameters, marked.Now);
        return TypedResults.Ok(new PermalinkAnswer(url, marked.Now.ToString(), marked.Now.Generation, marked.Now.Found, marked.Since, [.. marked.Warnings, .. warnings]));

        string Tag(ArchiveStatus of) => EntityTags.Of(
            of, "permalink", request.Canonical, request.Text, then?.ToString(), address.Root(context.Request), string.Join('\n', warnings.Select(warning => warning.Message)));
    }
}

/// <summary>A search to be cited.</summary>
/// <param name="Url">The permalink: the search's page, which tells what has changed since.</param>
/// <param name="At">What it remembers of the archive.</param>
/// <param name="Generation">Sequence number of the last change that the search saw.</param>
/// <param name="Found">How many articles it found.</param>
/// <param name="Since">What has changed since the parameter <c>at</c>; null without it, or where nothing can be told.</param>
/// <param name="Warnings">Every cut, cap or reinterpretation, and why there is less to tell than was asked.</param>
internal sealed record PermalinkAnswer(string Url, string At, long Generation, long Found, ResultChanges? Since, IReadOnlyList<Warning> Warnings);
