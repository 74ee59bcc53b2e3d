using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary><c>GET /v1/feed</c>: a search as an Atom feed.</summary>
internal static class FeedApi
{
    /// <summary>Media type of Atom.</summary>
    public const string MediaType = "application/atom+xml";

    private static readonly QueryParameters Parameters = SearchQuery.ParametersWith(
        ["page", "facets", "count", "sort", "pageSize", "duplicates"],
        new("duplicates", "show, unless given: all articles; fold: of articles that are copies of one text only the newest.", "show", Values: ["fold", "show"]),
        new QueryParameter("pageSize", "Articles of the feed, 1 to 100; 50 unless given. The link \"next\" leads to older ones.", 50, QueryParameterType.Count));

    /// <summary>Maps it.</summary>
    public static void MapFeed(this RouteGroupBuilder group) =>
        group.MapGet("/feed", Feed)
            .WithName("feed")
            .WithTags("search")
            .WithSummary("The newest articles that answer a query, as an Atom feed to be subscribed to.")
            .WithMetadata(Parameters)
            .Produces<string>(StatusCodes.Status200OK, MediaType)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status414UriTooLong);

    private static IResult Feed(HttpContext context, ServedArchive served, Caching caching, PublicAddress address)
    {
        var archive = served.Open;
        var (parameters, warnings) = SearchQuery.Read(context.Request.Query, Parameters);
        parameters = parameters with { Page = null, Facets = null, FoldByDefault = false, Sort = "newest", PageSize = parameters.PageSize ?? "50" };
        if (!SearchRequest.TryCreate(parameters, out var request, out var problem))
            return Problems.Of(problem);
        var status = archive.Status;
        if (caching.Holds(context, Tag(status)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);

        var response = archive.Search(request, context.RequestAborted);
        context.Response.Headers.ETag = Tag(status with { Generation = response.Generation });
        var feed = new SearchFeed(archive.Identity, address.Root(context.Request), id => address.Article(context.Request, id)).Of(parameters, request, response, warnings);
        return Answer(feed);

        string Tag(ArchiveStatus of) => EntityTags.Of(
            of, "feed", request.Canonical, $"{request.PageSize}", parameters.Cursor, address.Root(context.Request), string.Join(',', warnings.Select(warning => warning.Message)));
    }

    /// <summary>A feed as the body of an answer.</summary>
    public static IResult Answer(SyndicationFeed feed)
    {
        var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
            new Atom10FeedFormatter(feed).WriteTo(writer);
        return TypedResults.Bytes(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), MediaType + "; charset=utf-8");
    }
}
