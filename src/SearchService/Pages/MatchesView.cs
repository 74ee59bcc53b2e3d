using SearchService.Api;
using SearchService.Engine.Alerts;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Pages;

/// <summary>What the page of a saved search shows.</summary>
/// <param name="Search">The saved search.</param>
/// <param name="Matches">A page of the articles that answered since it was saved.</param>
/// <param name="IsFirst">Whether it is the page with the latest.</param>
public sealed record MatchesView(SavedSearch Search, MatchesResponse Matches, bool IsFirst)
{
    private const int PageSize = 20;

    /// <summary>Answers <c>/saved/{id}</c>.</summary>
    internal static IResult Answer(HttpContext context, ServedArchive served, Caching caching, string id)
    {
        var saved = served.Open.SavedSearches;
        if (saved.Find(id) is not { } search)
            return TypedResults.NotFound();
        var visit = Visit.Of(context);
        if (caching.Holds(context, SavedSearchesApi.Tag(served, "matches page", id, visit.Language.Code, visit.StyleSheet, visit.Keys, context.Request.QueryString.Value), "Accept-Language"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var cursor = context.Request.Query["cursor"].FirstOrDefault();
        MatchesResponse? matches = null;
        // A cursor that leads nowhere leads to the first page.
        var isLater = !string.IsNullOrEmpty(cursor) && saved.TryMatches(search, cursor, PageSize, out matches);
        if (!isLater)
            saved.TryMatches(search, null, PageSize, out matches);
        return new PageResult<MatchesPage>(new() { [nameof(MatchesPage.Visit)] = visit, [nameof(MatchesPage.View)] = new MatchesView(search, matches!, !isLater) });
    }
}
