using System.Text;

namespace SearchService.Articles.HtmlPages;

/// <summary>
/// Leaves out tags nested deeper than any page needs, before the parser sees them: its work on an element grows with the elements open
/// around it, so 100,000 unclosed tags would take minutes. The text between them stays.
/// </summary>
internal static class NestingLimit
{
    private const int Deepest = 200;

    /// <summary>A tag longer than this is left out: its attributes are compared with each other.</summary>
    private const int LongestTag = 16 << 10;

    // Closed by the next of their kind or never open: they do not nest.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Flat = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rp", "rt",
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "html", "head", "body",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] RawText = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

    /// <summary>The same text for a page with sane nesting.</summary>
    public static string Apply(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var openByName = open.GetAlternateLookup<ReadOnlySpan<char>>();
        StringBuilder? result = null;
        int depth = 0, copied = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0;)
        {
            var end = TagEnd(html, at, out var name, out var closing);
            if (name.Length > 0 && Drops(html.AsSpan(at, end - at), name, closing))
            {
                (result ??= new StringBuilder(html.Length)).Append(html, copied, at - copied).Append(' ');
                copied = end;
            }
            else if (!closing && RawTextName(name) is { } raw)
            {
                end = html.IndexOf($"</{raw}", end, StringComparison.OrdinalIgnoreCase) is >= 0 and var close ? close : html.Length;
            }
            at = end < html.Length ? html.IndexOf('<', end) : -1;
        }
        return result is null ? html : result.Append(html, copied, html.Length - copied).ToString();

        bool Drops(ReadOnlySpan<char> tag, ReadOnlySpan<char> name, bool closing)
        {
            if (tag.Length > LongestTag) return true;
            if (Flat.Contains(name)) return false;
            openByName.TryGetValue(name, out var count);
            if (!closing)
            {
                openByName[name] = count + 1;
                return ++depth > Deepest;
            }
            if (count == 0) return true;
            openByName[name] = count - 1;
            return depth-- > Deepest;
        }
    }

    // End of the tag, comment or declaration at '<'; name is empty for anything but a tag.
    private static int TagEnd(string html, int at, out ReadOnlySpan<char> name, out bool closing)
    {
        name = default;
        closing = at + 1 < html.Length && html[at + 1] == '/';
        if (html.AsSpan(at).StartsWith("<!--"))
            return html.IndexOf("-->", at + 4, StringComparison.Ordinal) is >= 0 and var dashes ? dashes + 3 : html.Length;
        var start = at + (closing ? 2 : 1);
        if (start >= html.Length || !char.IsAsciiLetter(html[start])) return at + 1;
        var end = start;
        while (end < html.Length && !char.IsWhiteSpace(html[end]) && html[end] is not ('/' or '>')) end++;
        name = html.AsSpan(start, end - start);
        return html.IndexOf('>', end) is >= 0 and var bracket ? bracket + 1 : html.Length;
    }

    private static string? RawTextName(ReadOnlySpan<char> name)
    {
        foreach (var raw in RawText)
        {
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase)) return raw;
        }
        return null;
    }
}
