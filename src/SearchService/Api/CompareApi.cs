using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Engine.Comparisons;
using SearchService.Engine.Indexing;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary><c>GET /v1/compare</c>.</summary>
internal static class CompareApi
{
    private static readonly QueryParameters Parameters = new(
    [
        new("q", "The two queries, in the query language, by repeating the name; a blank one stands for all articles. Filters of one query alone are written in it: category:खेल, date:2021.", "सूखा", QueryParameterType.Texts, Required: true),
        new("overlap", "Articles that both searches find, when words are compared: out (unless given), they are left out; in, they count on both sides.", "out", Values: ["out", "in"]),
        new("spellings", "fold (unless given): a word is counted with its inflections and other spellings, under its most printed form; split: each form alone.", "fold", Values: ["fold", "split"]),
        new("stopWords", "Words of grammar: out (unless given), they are not listed; in, they are.", "out", Values: ["out", "in"]),
        new("minFrequency", "Fewest occurrences of a word on the side it is listed for, 1 to 1,000,000; 5 unless given.", 5, QueryParameterType.Count),
        new("words", "Words listed for each side, 0 to 500; 50 unless given.", 50, QueryParameterType.Number),
        new("articles", "Articles listed of each part, 0 to 50; 5 unless given.", 5, QueryParameterType.Number),
        .. TimelineApi.Filters,
    ]);

    /// <summary>Maps it.</summary>
    public static void MapCompare(this RouteGroupBuilder group) =>
        group.MapGet("/compare", Compare)
            .WithName("compare")
            .WithTags("research")
            .WithSummary("Two searches side by side: what each finds alone, what both find, and the words that set them apart by log-likelihood.")
            .WithMetadata(Parameters)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status414UriTooLong);

    /// <summary>Reads a query string.</summary>
    public static CompareParameters Read(IQueryCollection query) => new()
    {
        Queries = [.. query["q"].Select(one => one ?? "")],
        Search = SearchQuery.Read(query).Parameters,
        Overlap = query["overlap"].FirstOrDefault(),
        Spellings = query["spellings"].FirstOrDefault(),
        StopWords = query["stopWords"].FirstOrDefault(),
        MinFrequency = query["minFrequency"].FirstOrDefault(),
        Words = query["words"].FirstOrDefault(),
        Articles = query["articles"].FirstOrDefault(),
    };

    private static Results<Ok<CompareResponse>, StatusCodeHttpResult, ProblemHttpResult> Compare(HttpContext context, ServedArchive served, Caching caching)
    {
        var archive = served.Open;
        var warnings = SearchQuery.Ineffective(context.Request.Query, Parameters);
        if (!CompareRequest.TryCreate(Read(context.Request.Query), out var request, out var problem))
            return Problems.Of(problem);
        var status = archive.Status;
        if (caching.Holds(context, Tag(status)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var response = archive.Compare(request, context.RequestAborted);
        context.Response.Headers.ETag = Tag(status with { Generation = response.Generation });
        return TypedResults.Ok(warnings.Count == 0 ? response : response with { Warnings = [.. response.Warnings, .. warnings] });

        string Tag(ArchiveStatus of) => EntityTags.Of(of, "compare", request.Canonical, string.Join('\n', warnings.Select(warning => warning.Message)));
    }
}
