using SearchService.Engine.Querying;

namespace SearchService.Pages;

/// <summary>The views of one search: its results, its timeline, its concordance, and comparisons that begin with it.</summary>
internal static class ResearchLink
{
    public const string Timeline = "/timeline", Trends = "/trends", Concordance = "/concordance", Compare = "/compare";

    /// <summary>Where each view is, and the key of its name.</summary>
    public static IEnumerable<(string Path, string Key, string Address)> Of(Visit visit, SearchParameters asked)
    {
        var search = asked with { Page = null, Cursor = null };
        yield return ("/search", "view.results", visit.Search(search));
        yield return (Timeline, "view.timeline", visit.Page(Timeline, search with { Sort = null }));
        yield return (Concordance, "view.concordance", visit.Page(Concordance, search with { Sort = null }));
        yield return (Trends, "view.trends", visit.Page(Trends, search with { Sort = null }));
        yield return (Compare, "view.compare", visit.Page(Compare, search with { Sort = null }));
    }
}
