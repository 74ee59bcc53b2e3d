namespace SearchService.Http;

/// <summary>Headers that keep a browser from doing with an answer what it is not for.</summary>
internal static class SecurityHeaders
{
    // No script at all is ever served; styles come from our own sheet only.
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets them on every answer.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // A query in the address must not follow a reader to the site of the source.
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    });
}
