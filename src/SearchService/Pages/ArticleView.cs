using SearchService.Api;
using SearchService.Articles;
using SearchService.Engine.Querying;
using SearchService.Engine.Related;
using SearchService.Engine.Results;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Pages;

/// <summary>What an article's page shows.</summary>
/// <param name="Article">The article.</param>
/// <param name="Asked">The search that led to it.</param>
/// <param name="Headline">Its headline, marked.</param>
/// <param name="WebTitle">Its web title, marked.</param>
/// <param name="Body">Its body, marked.</param>
public sealed record ArticleView(Article Article, SearchParameters Asked, Highlight Headline, Highlight WebTitle, Highlight Body)
{
    /// <summary>The source's address if it is one that a link may lead to.</summary>
    public string? Source => Uri.TryCreate(Article.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;

    /// <summary>Whether a search led to it, so that there are results to go back to.</summary>
    public bool IsFromSearch => Asked is { Q.Length: > 0 } or { From.Length: > 0 } or { To.Length: > 0 } or { Sort.Length: > 0 }
        or { Category.Count: > 0 } or { Agency.Count: > 0 } or { Place.Count: > 0 } or { Byline.Count: > 0 } or { Year.Count: > 0 };

    /// <summary>The articles with the same text.</summary>
    public CopiesResponse? Copies { get; private init; }

    /// <summary>Articles on the same matter.</summary>
    public SimilarResponse? Similar { get; private init; }

    private const int SimilarShown = 6;

    /// <summary>Answers <c>/articles/{id}</c>.</summary>
    internal static IResult Answer(HttpContext context, ServedArchive served, Caching caching)
    {
        if (!ArticleAddress.TryRead(context.Request, "/articles", out var id) || served.Open.Find(id) is not { } article)
            return TypedResults.NotFound();
        var visit = Visit.Of(context);
        // The marks depend on the words of the whole archive, so its generation is in the tag.
        if (caching.Holds(context, EntityTags.Of(served.Open.Status, "article page", id, visit.Language.Code, visit.StyleSheet, visit.Script, visit.Keys, context.Request.QueryString.Value), "Accept-Language"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var asked = PageParameters.Read(context.Request.Query).Repeated;
        // Only the query marks: a date that cannot be read must not hide an article.
        var marks = !string.IsNullOrEmpty(asked.Q) && SearchRequest.TryCreate(new SearchParameters { Q = asked.Q, Corrections = asked.Corrections, Lenient = true }, out var request, out _)
            ? served.Open.Mark(article, request)
            : [];
        var view = new ArticleView(article, asked, Marked("headline", article.Headline), Marked("webTitle", article.WebTitle), Marked("body", article.Body))
        {
            Copies = served.Open.Copies(id),
            Similar = served.Open.Similar(id, SimilarShown),
        };
        Caching.Withhold(context, [.. view.Copies?.Warnings ?? [], .. view.Similar?.Warnings ?? []]);
        return new PageResult<ArticlePage>(new() { [nameof(ArticlePage.Visit)] = visit, [nameof(ArticlePage.View)] = view });

        Highlight Marked(string field, string text) => marks.FirstOrDefault(mark => mark.Field == field) ?? new Highlight(field, text, [], "");
    }
}
