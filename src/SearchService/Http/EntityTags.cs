using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using SearchService.Engine.Indexing;

namespace SearchService.Http;

/// <summary>
/// Weak entity tags: what was asked, how it is shown, and the archive's generation. Two answers with one tag tell the same, though
/// their bytes may differ (the time a search took).
/// </summary>
internal static class EntityTags
{
    // Another build may show the same answer in another way.
    private static readonly string Build = typeof(EntityTags).Module.ModuleVersionId.ToString("N");

    /// <summary>The tag of an answer.</summary>
    /// <param name="generation">Generation of the archive that it was made from.</param>
    /// <param name="parts">All else that decides what it says.</param>
    public static string Of(long generation, params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Build));
        foreach (var part in parts)
        {
            // The length in front: ("a", "bc") and ("ab", "c") are different questions.
            var bytes = Encoding.UTF8.GetBytes(part ?? "\0");
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return $"W/\"{generation}-{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8))}\"";
    }

    /// <summary>The tag of an answer to a query.</summary>
    /// <param name="status">The archive it was made from, with what it has learnt.</param>
    /// <param name="parts">All else that decides what it says.</param>
    public static string Of(ArchiveStatus status, params ReadOnlySpan<string?> parts) =>
        Of(status.Generation, [status.Learnt.ToString(CultureInfo.InvariantCulture), .. parts]);

    /// <summary>Whether the caller holds the answer already: one of If-None-Match is the tag, or is <c>*</c>.</summary>
    public static bool Held(HttpRequest request, string tag)
    {
        var written = request.Headers.IfNoneMatch;
        if (written.Count == 0 || !EntityTagHeaderValue.TryParseList(written, out var held))
            return false;
        var ours = EntityTagHeaderValue.Parse(tag);
        return held.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(ours, useStrongComparison: false));
    }
}
