using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Hosting;
using SearchService.Http;
using SearchService.Settings;

namespace SearchService.Api;

/// <summary><c>/v1/articles/{id}</c>: reading for everyone, changing with a key.</summary>
internal static class ArticlesApi
{
    /// <summary>Where articles are.</summary>
    public const string Prefix = "/v1/articles";

    /// <summary>Maps GET, PUT and DELETE.</summary>
    public static void MapArticles(this RouteGroupBuilder group)
    {
        var article = group.MapGroup("/articles" + ArticleAddress.Route).WithTags("articles");
        article.MapGet("", Get)
            .WithName("getArticle")
            .WithSummary("One article, whole.")
            .Produces<Article>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        article.MapPut("", Put)
            .WithName("putArticle")
            .WithSummary("Adds or replaces an article; it is kept when this answers and found within a second.")
            .Accepts<Article>(MediaTypeNames.Application.Json)
            .Produces<ArticleChanged>(StatusCodes.Status201Created)
            .Produces<ArticleChanged>()
            .NeedsWritingKey()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        article.MapDelete("", Delete)
            .WithName("deleteArticle")
            .WithSummary("Removes an article; it is gone when this answers, and from searches within a second.")
            .NeedsWritingKey()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Get(HttpContext context, ServedArchive served, Caching caching)
    {
        if (!ArticleAddress.TryRead(context.Request, Prefix, out var id))
            return BadId();
        if (served.Open.Find(id) is not { } article)
            return NoArticle();
        // The article's own content makes the tag: changes of other articles leave it as it is.
        return caching.Holds(context, EntityTags.Of(0, "article", Convert.ToHexStringLower(ArticleJson.ContentHash(article))))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Json(article, ArticleDocument.Options);
    }

    private static async Task<IResult> Put(HttpContext context, ServedArchive served, IOptions<WritingSettings> settings)
    {
        if (!ArticleAddress.TryRead(context.Request, Prefix, out var id))
            return BadId();
        var body = await ArticleDocument.ReadBodyAsync(context, settings.Value.MaxArticleBytes);
        if (body is null)
            return Problems.Of(StatusCodes.Status413PayloadTooLarge, "body_too_large", $"An article may have {settings.Value.MaxArticleBytes:N0} bytes.");
        var (article, problem) = ArticleDocument.Read(body, id);
        if (article is null)
            return problem!;
        var change = served.Open.Put(article);
        var result = new ArticleChanged(article.Id, ArticleChanged.Name(change));
        return change == ArticleChange.Added
            ? TypedResults.Created(ArticleAddress.Of(Prefix, article.Id), result)
            : TypedResults.Ok(result);
    }

    private static Results<NoContent, ProblemHttpResult> Delete(HttpContext context, ServedArchive served)
    {
        if (!ArticleAddress.TryRead(context.Request, Prefix, out var id))
            return BadId();
        return served.Open.Delete(id) ? TypedResults.NoContent() : NoArticle();
    }

    /// <summary>The answer for an id that the archive does not hold.</summary>
    public static ProblemHttpResult NoArticle() =>
        Problems.Of(StatusCodes.Status404NotFound, "article_not_found", "The archive holds no article of this id.");

    /// <summary>The answer for what cannot be an id.</summary>
    public static ProblemHttpResult BadId() =>
        Problems.Of(StatusCodes.Status400BadRequest, "invalid_id", $"No article can have this id: expected 1 to {ArticleAddress.LongestId:N0} characters, no control characters, percent-encoded UTF-8.", ("parameter", "id"));
}
