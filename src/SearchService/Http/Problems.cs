using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using SearchService.Engine.Querying;

namespace SearchService.Http;

/// <summary>
/// Errors as RFC 9457 problem details. The type is always <c>about:blank</c>; what programs tell apart is the member <c>code</c>.
/// </summary>
internal static class Problems
{
    /// <summary>Media type of a problem document.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>A problem with a stable code.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Stable, snake_case.</param>
    /// <param name="detail">A sentence for people: what was found, what was expected.</param>
    /// <param name="extensions">Further members; those that are null are left out.</param>
    public static ProblemHttpResult Of(int status, string code, string detail, params ReadOnlySpan<(string Name, object? Value)> extensions)
    {
        var problem = new ProblemDetails
        {
            Type = "about:blank",
            Title = ReasonPhrases.GetReasonPhrase(status),
            Status = status,
            Detail = detail,
            Extensions = { ["code"] = code },
        };
        foreach (var (name, value) in extensions)
            if (value is not null)
                problem.Extensions[name] = value;
        return TypedResults.Problem(problem);
    }

    /// <summary>Why a search was refused, as its own problem: 414 for a query too long, 400 for all else.</summary>
    public static ProblemHttpResult Of(RequestProblem problem) => Of(
        problem.Code == "query_too_long" ? StatusCodes.Status414UriTooLong : StatusCodes.Status400BadRequest,
        problem.Code,
        problem.Detail,
        ("parameter", problem.Parameter),
        ("position", problem.Position));

    /// <summary>The problem of a parameter that takes certain values only.</summary>
    public static ProblemHttpResult OfValue(string parameter, string? written, IEnumerable<string> expected) => Of(
        StatusCodes.Status400BadRequest,
        "invalid_parameter",
        $"{parameter} is {(string.IsNullOrEmpty(written) ? "missing" : $"\"{(written.Length > 40 ? written[..40] + "…" : written)}\"")}; expected {string.Join(", ", expected)}.",
        ("parameter", parameter));

    /// <summary>The problem of an answer that has a status and nothing else: unknown path, wrong method, body too large.</summary>
    public static ProblemHttpResult OfStatus(int status, string path) => status switch
    {
        StatusCodes.Status404NotFound => Of(status, "not_found", $"There is nothing at {path}."),
        StatusCodes.Status405MethodNotAllowed => Of(status, "method_not_allowed", $"{path} does not take this method; the header Allow names those it takes."),
        StatusCodes.Status413PayloadTooLarge => Of(status, "body_too_large", "The body is larger than this path takes."),
        StatusCodes.Status415UnsupportedMediaType => Of(status, "media_type_unsupported", "The body's Content-Type is not one this path takes."),
        >= 500 => Of(status, "internal_error", "The service failed to answer; the log says why."),
        _ => Of(status, "bad_request", ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase + "." : "The request was refused."),
    };
}
