using System.ComponentModel.DataAnnotations;

namespace SearchService.Settings;

/// <summary>What the HTTP side tells browsers and caches: <c>SearchService:Http</c>.</summary>
internal sealed class HttpSettings
{
    /// <summary>Where the service listens unless told otherwise.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>
    /// Where the service is reached from outside, http or https, for the permalinks in citations, exports and feeds; the address a request came to when
    /// null, which behind a proxy may be an inner one.
    /// </summary>
    [Url]
    public string? PublicUrl { get; set; }

    /// <summary>Origins whose scripts may read the API (GET and HEAD); any when the list is empty.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>How long an answer may be used without asking again, in seconds.</summary>
    [Range(0, 86_400)]
    public int MaxAgeSeconds { get; set; } = 30;

    /// <summary>How long after that it may be shown while a new one is fetched, in seconds.</summary>
    [Range(0, 604_800)]
    public int StaleSeconds { get; set; } = 300;
}
