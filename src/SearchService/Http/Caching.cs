using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SearchService.Engine.Results;
using SearchService.Settings;

namespace SearchService.Http;

/// <summary>Tells caches how long an answer holds, and sends 304 in its place to those that have it.</summary>
internal sealed class Caching(IOptions<HttpSettings> settings)
{
    private readonly string _public = $"public, max-age={settings.Value.MaxAgeSeconds}, stale-while-revalidate={settings.Value.StaleSeconds}";

    // With one origin the answer to another lacks a header, which the framework names in Vary from two on only.
    private readonly bool _oneOrigin = settings.Value.AllowedOrigins.Count == 1;

    /// <summary>Sets ETag, Cache-Control and Vary.</summary>
    /// <param name="context">The request and its answer.</param>
    /// <param name="tag">The answer's tag.</param>
    /// <param name="vary">Request headers that decide what the answer says, besides those that decide how it is coded.</param>
    /// <returns>True when the caller holds the answer, so that 304 is all it needs.</returns>
    public bool Holds(HttpContext context, string tag, string? vary = null)
    {
        var headers = context.Response.Headers;
        headers.ETag = tag;
        // With a key it may be an answer that only the holder of the key should keep.
        headers.CacheControl = context.Request.Headers.ContainsKey("Authorization") || context.Request.Headers.ContainsKey("X-Api-Key") ? "private" : _public;
        // Named also where the answer is not compressed: the one for another caller may be.
        if (!headers.Vary.ToString().Contains("Accept-Encoding", StringComparison.OrdinalIgnoreCase))
            headers.Append("Vary", "Accept-Encoding");
        if (_oneOrigin)
            headers.Append("Vary", "Origin");
        if (vary is not null)
            headers.Append("Vary", vary);
        return EntityTags.Held(context.Request, tag);
    }

    /// <summary>Puts the tag of the state that an answer was made from in place of that of the state it was expected from; none if it will soon be another without a change of the archive.</summary>
    /// <param name="context">The request and its answer.</param>
    /// <param name="tag">The answer's tag.</param>
    /// <param name="warnings">What the answer warns of.</param>
    public static void Tell(HttpContext context, string tag, IReadOnlyList<Warning> warnings)
    {
        context.Response.Headers.ETag = tag;
        Withhold(context, warnings);
    }

    /// <summary>Lets nobody keep an answer that will soon be another without a change of the archive: one that was made while copies were still being recognised.</summary>
    /// <param name="context">The request and its answer.</param>
    /// <param name="warnings">What the answer warns of.</param>
    public static void Withhold(HttpContext context, IReadOnlyList<Warning> warnings)
    {
        if (!warnings.Any(warning => warning.Code == "stories_pending"))
            return;
        context.Response.Headers.Remove("ETag");
        context.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>A problem, without the tag and the time to live of the answer it stands for.</summary>
    public static ProblemHttpResult Untagged(HttpContext context, ProblemHttpResult problem)
    {
        context.Response.Headers.Remove("ETag");
        context.Response.Headers.Remove("Cache-Control");
        return problem;
    }
}
