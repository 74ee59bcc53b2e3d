using Microsoft.AspNetCore.Diagnostics;
using SearchService.Engine;
using SearchService.Pages;

namespace SearchService.Http;

/// <summary>Turns failures and bare status codes into a problem document, or into a page where a person is looking.</summary>
internal sealed class ErrorAnswers(ILogger<ErrorAnswers> log) : IExceptionHandler
{
    private const int ClientClosedRequest = 499;

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested:
                httpContext.Response.StatusCode = ClientClosedRequest;
                return true;
            case BadHttpRequestException bad:
                await AnswerAsync(httpContext, bad.StatusCode);
                return true;
            case ArchiveException failure:
                log.LogError(failure, "The archive failed: {Code}", failure.Code);
                var problem = ArchiveProblem(failure);
                await (WantsPage(httpContext.Request) ? AnswerAsync(httpContext, problem.StatusCode) : problem.ExecuteAsync(httpContext));
                return true;
            default:
                log.LogError(exception, "Request {RequestId} failed", httpContext.TraceIdentifier);
                await AnswerAsync(httpContext, StatusCodes.Status500InternalServerError);
                return true;
        }
    }

    /// <summary>The answer to a request that got a status and no body.</summary>
    public static Task AnswerAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        // Where GET is taken HEAD is, see HeadRequests.
        if (status == StatusCodes.Status405MethodNotAllowed && context.Response.Headers.Allow.ToString().Contains(HttpMethods.Get, StringComparison.Ordinal))
            context.Response.Headers.Append("Allow", "HEAD");
        if (WantsPage(context.Request))
            return PageMap.Error(context, status).ExecuteAsync(context);
        var problem = Problems.OfStatus(status, context.Request.Path.ToUriComponent());
        if (status >= StatusCodes.Status500InternalServerError)
            problem.ProblemDetails.Extensions["requestId"] = context.TraceIdentifier;
        return problem.ExecuteAsync(context);
    }

    /// <summary>The problem of an archive that cannot do what was asked; its message may name paths of the server and stays in the log.</summary>
    public static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult ArchiveProblem(ArchiveException failure) =>
        failure.Code == "disk_full"
            ? Problems.Of(StatusCodes.Status507InsufficientStorage, failure.Code, "The archive's disk is full; nothing was changed.")
            : Problems.Of(StatusCodes.Status503ServiceUnavailable, failure.Code, "The archive cannot answer now; the log says why.");

    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/v1")
        && !request.Path.StartsWithSegments("/health")
        && !request.Path.StartsWithSegments("/openapi")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
