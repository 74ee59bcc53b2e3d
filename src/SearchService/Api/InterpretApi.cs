using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary><c>GET /v1/interpret</c>.</summary>
internal static class InterpretApi
{
    private static readonly QueryParameters Parameters = new([new("q", "The query, in the query language.", "lavrov पाकिस्तान", Required: true)]);

    /// <summary>Maps it.</summary>
    public static void MapInterpret(this RouteGroupBuilder group) =>
        group.MapGet("/interpret", Interpret)
            .WithName("interpret")
            .WithTags("search")
            .WithSummary("The forms that each word of a query stands for in this archive, with weight, reason and number of articles; of a word that it does not hold, what it was probably meant to be.")
            .WithMetadata(Parameters)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status414UriTooLong);

    private static Results<Ok<QueryReading>, StatusCodeHttpResult, ProblemHttpResult> Interpret(HttpContext context, ServedArchive served, Caching caching)
    {
        var query = context.Request.Query["q"].FirstOrDefault();
        if (string.IsNullOrWhiteSpace(query))
            return Problems.Of(StatusCodes.Status400BadRequest, "invalid_parameter", "q is missing; expected a query.", ("parameter", "q"));
        if (!SearchRequest.TryCreate(new SearchParameters { Q = query }, out var request, out var problem))
            return Problems.Of(problem);
        return caching.Holds(context, EntityTags.Of(served.Open.Status, "interpret", query))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(served.Open.Read(request));
    }
}
