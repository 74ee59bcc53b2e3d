using SearchService.Engine.Querying;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Pages;

/// <summary>What the home page shows: the newest articles, and sections and years to enter by.</summary>
internal static class HomeView
{
    /// <summary>Answers <c>/</c>.</summary>
    public static IResult Answer(HttpContext context, ServedArchive served, Caching caching)
    {
        var visit = Visit.Of(context);
        if (caching.Holds(context, EntityTags.Of(served.Open.Status, "home", visit.Language.Code, visit.StyleSheet, visit.Script, visit.Keys, context.Request.QueryString.Value), "Accept-Language"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (!SearchRequest.TryCreate(new SearchParameters { Sort = "newest", PageSize = "8", Facets = "category,year" }, out var request, out var problem))
            throw new InvalidOperationException(problem.Detail);
        return new PageResult<HomePage>(new()
        {
            [nameof(HomePage.Visit)] = visit,
            [nameof(HomePage.Newest)] = served.Open.Search(request, context.RequestAborted),
        });
    }
}
