using Microsoft.Extensions.Options;
using SearchService.Settings;

namespace SearchService.Http;

/// <summary>Absolute addresses of this service, for citations, feeds and whatever else is read elsewhere.</summary>
internal sealed class PublicAddress(IOptions<HttpSettings> settings)
{
    private readonly string? _configured = settings.Value.PublicUrl?.TrimEnd('/');

    /// <summary>Where the service is reached, without a slash at the end: as configured, else as this request reached it.</summary>
    public string Root(HttpRequest request) => _configured ?? $"{request.Scheme}://{(request.Host.HasValue ? request.Host.Value : "localhost")}";

    /// <summary>The address of an article's page, which stays the same while the archive is served from one place.</summary>
    public string Article(HttpRequest request, string id) => Root(request) + Api.ArticleAddress.Of("/articles", id);
}
