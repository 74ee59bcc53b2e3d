namespace SearchService.Http;

/// <summary>Headers that keep a browser from doing with an answer what it is not for.</summary>
internal static class SecurityHeaders
{
    // Styles come from our own sheet and the one script from our own file, never from a page; it may ask this service only.
    private const string Policy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

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
