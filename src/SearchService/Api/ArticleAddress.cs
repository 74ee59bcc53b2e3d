using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace SearchService.Api;

/// <summary>
/// Article ids in paths. An id may hold any characters, slashes and whole addresses too: what follows the prefix is the id,
/// percent-encoded. It is read from the path as it was sent, because the server's own decoding leaves <c>%2F</c> as it is and cannot
/// tell it from <c>%252F</c>.
/// </summary>
internal static class ArticleAddress
{
    /// <summary>The rest of a route that takes an id.</summary>
    public const string Route = "/{**id}";

    /// <summary>Longest id, in UTF-16 units; readers take no longer one either.</summary>
    public const int LongestId = 1024;

    /// <summary>The path of an id under a prefix such as <c>/v1/articles</c>, percent-encoded.</summary>
    public static string Of(string prefix, string id) => $"{prefix}/{Uri.EscapeDataString(id)}";

    /// <summary>Reads the id of a request, in NFC as archives keep it.</summary>
    /// <param name="request">A request to a path under the prefix.</param>
    /// <param name="prefix">The part before the id, such as <c>/v1/articles</c>.</param>
    /// <param name="id">The id, when true is returned.</param>
    /// <param name="suffix">The part behind the id, such as <c>/citation</c>; nothing when empty.</param>
    /// <returns>False for an id that no article can have: empty, too long, with control characters or broken percent-encoding.</returns>
    public static bool TryRead(HttpRequest request, string prefix, [NotNullWhen(true)] out string? id, string suffix = "")
    {
        id = null;
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var end = target.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? target : target[..end];
        // A proxy's absolute form (GET http://host/path) holds the prefix too, further on.
        var start = path.IndexOf(prefix + "/", StringComparison.OrdinalIgnoreCase);
        if (start < 0 || !path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) || path.Length < start + prefix.Length + 1 + suffix.Length)
            return false;
        var read = Uri.UnescapeDataString(path[(start + prefix.Length + 1)..^suffix.Length]);
        if (read.Length is 0 or > LongestId || read.Any(char.IsControl) || read.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
            return false;
        id = read.Normalize(NormalizationForm.FormC);
        return true;
    }
}
