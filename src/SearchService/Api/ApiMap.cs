namespace SearchService.Api;

/// <summary>The API's table of contents.</summary>
internal static class ApiMap
{
    /// <summary>Adds what the endpoints need.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services) => services.AddOpenApiDescription();

    /// <summary>Maps every endpoint.</summary>
    public static void MapApi(this WebApplication app)
    {
        app.MapHealth();
        app.MapOpenApi();
        var v1 = app.MapGroup("/v1");
        v1.AddEndpointFilter<RouteGroupBuilder, ArchiveNeeded>();
        v1.ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        v1.MapSearch();
        v1.MapInterpret();
        v1.MapExplain();
        v1.MapSuggest();
        v1.MapPermalink();
        v1.MapExport();
        v1.MapFeed();
        v1.MapTimeline();
        v1.MapTrends();
        v1.MapCompare();
        v1.MapConcordance();
        v1.MapConcordanceExport();
        v1.MapSavedSearches();
        v1.MapArticles();
        v1.MapCitation();
        v1.MapRelated();
        v1.MapArticleLines();
    }
}
