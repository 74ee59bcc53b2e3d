using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary>Lets a request through to an endpoint once the archive is open, and tells it to come back until then.</summary>
internal sealed class ArchiveNeeded(ServedArchive served) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        served.Current is null ? Opening(context.HttpContext) : await next(context);

    /// <summary>The answer while the archive is being opened.</summary>
    public static ProblemHttpResult Opening(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return Problems.Of(StatusCodes.Status503ServiceUnavailable, "archive_opening", "The archive is being opened; ask again in a moment.");
    }
}
