using System.ComponentModel.DataAnnotations;

namespace SearchService.Settings;

/// <summary>What the HTTP side tells browsers and caches: <c>SearchService:Http</c>.</summary>
internal sealed class HttpSettings
{
    /// <summary>Where the service listens unless told otherwise.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Origins whose scripts may read the API (GET and HEAD); any when the list is empty.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>How long an answer may be used without asking again, in seconds.</summary>
    [Range(0, 86_400)]
    public int MaxAgeSeconds { get; set; } = 30;

    /// <summary>How long after that it may be shown while a new one is fetched, in seconds.</summary>
    [Range(0, 604_800)]
    public int StaleSeconds { get; set; } = 300;
}
