using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Engine.Indexing;
using SearchService.Hosting;

namespace SearchService.Api;

/// <summary><c>/health/live</c> and <c>/health/ready</c>.</summary>
internal static class HealthApi
{
    /// <summary>Maps both.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/health").WithTags("health");
        group.MapGet("/live", () => TypedResults.Ok(new Health("live")))
            .WithName("live")
            .WithSummary("The process answers.");
        group.MapGet("/ready", Ready)
            .WithName("ready")
            .WithSummary("The archive is open and searches are answered; 503 until then.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<Ok<Readiness>, ProblemHttpResult> Ready(HttpContext context, ServedArchive served)
    {
        context.Response.Headers.CacheControl = "no-store";
        return served.Current?.Status is { } status
            ? TypedResults.Ok(Readiness.Of(status))
            : ArchiveNeeded.Opening(context);
    }

    /// <summary>That the process lives.</summary>
    /// <param name="Status">live.</param>
    internal sealed record Health(string Status);

    /// <summary>What is served.</summary>
    /// <param name="Status">ready.</param>
    /// <param name="Articles">Articles held.</param>
    /// <param name="Generation">Sequence number of the last change that searches see.</param>
    internal sealed record Readiness(string Status, long Articles, long Generation)
    {
        /// <summary>The same from the archive's own words.</summary>
        public static Readiness Of(ArchiveStatus status) => new("ready", status.Articles, status.Generation);
    }
}
