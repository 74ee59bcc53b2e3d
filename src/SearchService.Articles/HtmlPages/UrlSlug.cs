using System.Buffers;

namespace SearchService.Articles.HtmlPages;

/// <summary>An English title out of an address: <c>/world/qureshi-and-lavrov-review-cooperation-123/</c>.</summary>
internal static class UrlSlug
{
    private const int FewestWords = 4;

    private static readonly SearchValues<char> NotSlug = SearchValues.Create("%+=,;@");

    private static readonly HashSet<string> English = Words("english");
    private static readonly HashSet<string> Romanised = Words("romanised");

    /// <summary>The title, first letter in upper case; null unless the words are clearly English.</summary>
    public static string? EnglishTitle(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var address)) return null;
        var segment = address.AbsolutePath.TrimEnd('/').Split('/')[^1];
        if (segment.LastIndexOf('.') is > 0 and var dot) segment = segment[..dot];
        if (segment.AsSpan().ContainsAny(NotSlug)) return null;
        var words = segment.ToLowerInvariant().Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries).ToList();
        // The article's number in the site's database.
        while (words.Count > 0 && words[^1].Any(char.IsAsciiDigit) && words[^1].Length > 4) words.RemoveAt(words.Count - 1);
        if (words.Count < FewestWords || !words.TrueForAll(word => word.All(char.IsAsciiLetterOrDigit))) return null;
        if (!words.Exists(English.Contains) || words.Exists(Romanised.Contains)) return null;
        var title = string.Join(' ', words);
        return char.ToUpperInvariant(title[0]) + title[1..];
    }

    private static HashSet<string> Words(string language) =>
        [.. WordFile.Lines("HtmlPages.slugwords.tsv").Select(line => line.Split('\t')).First(columns => columns[0] == language)[1].Split(' ')];
}
