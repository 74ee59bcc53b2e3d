using SearchService.Hosting;

namespace SearchService.Pages;

/// <summary>Shows a page that says so while the archive is being opened.</summary>
internal sealed class ArchiveOpenForPages(ServedArchive served) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (served.Current is not null)
            return await next(context);
        context.HttpContext.Response.Headers.RetryAfter = "1";
        return PageMap.Error(context.HttpContext, StatusCodes.Status503ServiceUnavailable);
    }
}
