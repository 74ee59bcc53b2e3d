using System.Globalization;
using SearchService.Engine.Alerts;
using SearchService.Hosting;

namespace SearchService.Pages;

/// <summary>What the page of saved searches shows.</summary>
/// <param name="Searches">Those of the page with the number of articles in the feed of each, the latest first.</param>
/// <param name="Number">1-based page.</param>
/// <param name="More">Whether there is another page.</param>
public sealed record SavedView(IReadOnlyList<(SavedSearch Search, long Articles)> Searches, int Number, bool More)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/saved";

    private const int PageSize = 50;

    /// <summary>Answers <c>/saved</c>.</summary>
    internal static IResult Answer(HttpContext context, ServedArchive served)
    {
        var visit = Visit.Of(context);
        var saved = served.Open.SavedSearches;
        var last = (int)Math.Max(1, (saved.Count + PageSize - 1) / PageSize);
        // A page that is none is the first, or the last.
        var number = int.TryParse(context.Request.Query["page"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, last) : 1;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept-Encoding, Accept-Language";
        return new PageResult<SavedPage>(new()
        {
            [nameof(SavedPage.Visit)] = visit,
            [nameof(SavedPage.View)] = new SavedView([.. saved.List((number - 1) * PageSize, PageSize).Select(search => (search, saved.Sum(search).Count))], number, number < last),
        });
    }
}
