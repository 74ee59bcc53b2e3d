using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Engine.Querying;
using SearchService.Engine.Suggesting;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary><c>GET /v1/suggest</c>.</summary>
internal static class SuggestApi
{
    private static readonly QueryParameters Parameters = new(
    [
        new("q", "What has been typed so far, in either script; its last word is completed, or continued when a space follows it.", "विदेश मं", Required: true),
        new("size", "Most suggestions, 1 to 20; 8 unless given.", 8, QueryParameterType.Count),
    ]);

    /// <summary>Maps it.</summary>
    public static void MapSuggest(this RouteGroupBuilder group) =>
        group.MapGet("/suggest", Suggest)
            .WithName("suggest")
            .WithTags("search")
            .WithSummary("Words, names and phrases that complete what is being typed, those that most articles are about first. A word typed in Latin letters that nothing of the archive fits is offered in Devanagari all the same, with archive false.")
            .WithMetadata(Parameters)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status414UriTooLong);

    private static Results<Ok<SuggestResponse>, StatusCodeHttpResult, ProblemHttpResult> Suggest(HttpContext context, ServedArchive served, Caching caching)
    {
        var query = context.Request.Query;
        if (!SuggestRequest.TryCreate(query["q"].FirstOrDefault(), query["size"].FirstOrDefault(), out var request, out var problem))
            return Problems.Of(problem);
        var response = served.Open.Suggest(request);
        // The answer's own content makes the tag: in a large archive it follows the generation at a distance.
        return caching.Holds(context, EntityTags.Of(0, ["suggest", request.Text, .. response.Suggestions.SelectMany(Parts)]))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(response);

        static string[] Parts(Suggestion one) => [one.Text, one.Articles.ToString(CultureInfo.InvariantCulture), one.Reason];
    }
}
