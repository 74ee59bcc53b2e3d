using System.ComponentModel;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary><c>GET /v1/saved-searches/{id}/feed</c>: what has answered a saved search, as an Atom feed.</summary>
internal static class SavedSearchFeed
{
    /// <summary>Maps it.</summary>
    public static void MapSavedSearchFeed(this RouteGroupBuilder saved, QueryParameters parameters) =>
        saved.MapGet("/{id}/feed", Feed)
            .WithName("savedSearchFeed")
            .WithSummary("The articles that answered since the search was saved, as an Atom feed: an entry for each, whose id stays, updated when it arrived or was changed.")
            .WithMetadata(parameters)
            .Produces<string>(StatusCodes.Status200OK, FeedApi.MediaType)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult Feed(HttpContext context, ServedArchive served, Caching caching, PublicAddress address, [Description("The saved search's id.")] string id)
    {
        var saved = served.Open.SavedSearches;
        var root = address.Root(context.Request);
        if (caching.Holds(context, SavedSearchesApi.Tag(served, "saved feed", id, context.Request.QueryString.Value, root)) && saved.Find(id) is not null)
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var (search, matches, problem) = SavedSearchesApi.Read(context, saved, id);
        if (problem is not null)
            return Caching.Untagged(context, problem);
        var feed = new SearchFeed(served.Open.Identity, root, article => address.Article(context.Request, article))
            .Of(search!, context.Request.Query["cursor"].FirstOrDefault(), matches!);
        return FeedApi.Answer(feed);
    }
}
