using SearchService.Engine;
using SearchService.Engine.Querying;
using SearchService.Engine.Related;
using SearchService.Engine.Results;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary><c>GET /v1/articles/{id}/copies</c> and <c>GET /v1/articles/{id}/similar</c>.</summary>
internal static class RelatedApi
{
    private const string CopiesSuffix = "/copies";
    private const string SimilarSuffix = "/similar";
    private const int UsualSize = 10;

    private static readonly QueryParameters Parameters = new(
    [
        new("pageSize", "How many articles at most, 1 to 50; 10 unless given.", UsualSize, QueryParameterType.Count),
    ]);

    /// <summary>Maps them.</summary>
    public static void MapRelated(this RouteGroupBuilder group)
    {
        group.MapGet("/articles/{id}" + CopiesSuffix, Copies)
            .WithName("getCopies")
            .WithTags("articles")
            .WithSummary("The articles whose text is a copy of an article's, itself among them, the oldest first: which was published first, and how much of the text they share. At most 100 are listed.")
            .Produces<CopiesResponse>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/articles/{id}" + SimilarSuffix, Similar)
            .WithName("getSimilar")
            .WithTags("articles")
            .WithSummary("Articles on the same matter as an article, found by the words that tell most of it, one of each story; its own copies are left out.")
            .WithMetadata(Parameters)
            .Produces<SimilarResponse>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Copies(HttpContext context, ServedArchive served, Caching caching) =>
        Answer(context, served, caching, CopiesSuffix, "", (archive, id) => archive.Copies(id), answer => answer.Warnings);

    private static IResult Similar(HttpContext context, ServedArchive served, Caching caching)
    {
        var written = context.Request.Query["pageSize"].FirstOrDefault();
        var size = UsualSize;
        if (!string.IsNullOrWhiteSpace(written) && !(int.TryParse(written, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out size) && size is >= 1 and <= Archive.MostSimilar))
            return Problems.Of(new RequestProblem("invalid_parameter", $"pageSize is \"{(written.Length > 40 ? written[..40] + "…" : written)}\"; expected a whole number from 1 to {Archive.MostSimilar}.", "pageSize"));
        return Answer(context, served, caching, SimilarSuffix, $"{size}", (archive, id) => archive.Similar(id, size), answer => answer.Warnings);
    }

    private static IResult Answer<T>(
        HttpContext context, ServedArchive served, Caching caching, string suffix, string asked, Func<Archive, string, T?> related, Func<T, IReadOnlyList<Warning>> warnings)
        where T : class
    {
        if (!ArticleAddress.TryRead(context.Request, ArticlesApi.Prefix, out var id, suffix))
            return ArticlesApi.BadId();
        var archive = served.Open;
        var status = archive.Status;
        if (archive.Find(id) is null)
            return ArticlesApi.NoArticle();
        if (caching.Holds(context, EntityTags.Of(status, suffix, id, asked)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (related(archive, id) is not { } answer)
            return Caching.Untagged(context, ArticlesApi.NoArticle());
        Caching.Withhold(context, warnings(answer));
        return TypedResults.Ok(answer);
    }
}
