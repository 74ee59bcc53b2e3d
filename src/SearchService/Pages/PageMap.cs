using System.Text.Encodings.Web;
using System.Text.Unicode;
using SearchService.Api;

namespace SearchService.Pages;

/// <summary>The pages' table of contents. They are plain HTML made on the server: no cookie, and no script that they need: one offers suggestions, one listens to keys.</summary>
internal static class PageMap
{
    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        // What HTML could misread is escaped; Devanagari is not, which would make three bytes of a letter eight.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

    /// <summary>Maps every page.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.MapGet(OpenSearchDescription.Path, OpenSearchDescription.Answer).ExcludeFromDescription();
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.AddEndpointFilter<RouteGroupBuilder, ArchiveOpenForPages>();
        pages.MapGet("/", HomeView.Answer);
        pages.MapGet("/search", SearchView.Answer);
        pages.MapGet(ResearchLink.Timeline, TimelineView.Answer);
        pages.MapGet(ResearchLink.Trends, TrendsView.Answer);
        pages.MapGet(ResearchLink.Compare, CompareView.Answer);
        pages.MapGet(ResearchLink.Concordance, ConcordanceView.Answer);
        pages.MapGet(SavedView.Path, SavedView.Answer);
        pages.MapGet(SavedView.Path + "/{id}", MatchesView.Answer);
        pages.MapGet(HelpView.Path, HelpView.Answer);
        pages.MapGet("/articles" + ArticleAddress.Route, ArticleView.Answer);
    }

    /// <summary>The page of an error.</summary>
    public static PageResult<ErrorPage> Error(HttpContext context, int status) =>
        new(new() { [nameof(ErrorPage.Visit)] = Visit.Of(context), [nameof(ErrorPage.Status)] = status }, status);
}
