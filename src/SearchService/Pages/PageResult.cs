using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace SearchService.Pages;

/// <summary>
/// A page as the answer to a request. Rendered with <see cref="HtmlRenderer"/> alone: the components' own endpoints would bring
/// antiforgery tokens, keys on the disk and headers for a script, none of which a page without forms that post has a use for.
/// </summary>
/// <typeparam name="TPage">The page's component.</typeparam>
/// <param name="parameters">The component's parameters.</param>
/// <param name="status">HTTP status.</param>
internal sealed class PageResult<TPage>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK) : IResult
    where TPage : IComponent
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());

        var bytes = Encoding.UTF8.GetBytes(html);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.ContentLength = bytes.Length;
        await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
