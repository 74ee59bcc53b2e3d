using System.Text;
using System.Text.Json;

namespace SearchService.Articles.Decoding;

/// <summary>Decides by the first bytes how content is laid out. A name's extension only settles what the content leaves open.</summary>
internal static class ContentSniffer
{
    /// <summary>Bytes looked at.</summary>
    public const int Window = 64 << 10;

    private static readonly string[] Decisive = ["<!doctype html", "<html", "<?xml", "<head>", "<head ", "<body"];
    private static readonly string[] Structural =
        ["article", "main", "body", "head", "title", "div", "section", "p", "h1", "table", "header", "nav", "meta", "ul", "span"];

    /// <summary>The format, or what the content is when it cannot be read.</summary>
    /// <param name="head">Up to <see cref="Window"/> first bytes, not empty.</param>
    /// <param name="file">Name of the source.</param>
    public static (PageFormat Format, string? Binary) Detect(ReadOnlySpan<byte> head, string file)
    {
        var (encoding, mark) = PageDecoder.ByteOrderMark(head);
        if (encoding is null or UTF8Encoding && BinaryContent.Name(head[mark..]) is { } binary) return (PageFormat.Auto, binary);
        var text = Encoding.GetEncoding(encoding?.CodePage ?? Encoding.UTF8.CodePage).GetString(head[mark..]).TrimStart();
        if (IsJson(text, file)) return (PageFormat.JsonLines, null);
        return (IsHtml(text, file) ? PageFormat.Html : PageFormat.Text, null);
    }

    /// <summary>Whether the name is one that exports of one object a line have.</summary>
    public static bool IsNamedJsonLines(string file) =>
        file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(string text, string file)
    {
        if (text.Length == 0) return IsNamedJsonLines(file);
        if (text[0] is not ('{' or '[')) return IsNamedJsonLines(file) && text.Contains('{', StringComparison.Ordinal);
        var next = text.AsSpan(1).TrimStart();
        if (next.StartsWith("\"") || (text[0] == '[' && next.StartsWith("{"))) return true;
        return IsNamedJsonLines(file) || IsObject(text.AsSpan(0, Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal))));
    }

    private static bool IsObject(ReadOnlySpan<char> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line.ToString());
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // A text page may begin with a tag that somebody put into its headline; a page in HTML has structure after its first tag.
    private static bool IsHtml(string text, string file)
    {
        if (!text.StartsWith('<')) return BeginsHtmlLater(text);
        if (Array.Exists(Decisive, tag => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase)) || BeginsHtmlLater(text)) return true;
        if (Array.Exists(Structural, name => text.Contains($"</{name}>", StringComparison.OrdinalIgnoreCase))) return true;
        var isNamedHtml = Path.GetExtension(file).StartsWith(".htm", StringComparison.OrdinalIgnoreCase);
        return Array.Exists(Structural, name =>
            text.StartsWith($"<{name}", StringComparison.OrdinalIgnoreCase) && (isNamedHtml || Occurrences(text, $"<{name}") > 2));
    }

    private static bool BeginsHtmlLater(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 1024));
        return head.Contains("\n<!doctype html", StringComparison.OrdinalIgnoreCase) || head.Contains("\n<html", StringComparison.OrdinalIgnoreCase);
    }

    private static int Occurrences(string text, string part)
    {
        var count = 0;
        var at = text.IndexOf(part, StringComparison.OrdinalIgnoreCase);
        for (; at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.OrdinalIgnoreCase)) count++;
        return count;
    }
}
