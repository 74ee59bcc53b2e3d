using SearchService.Articles.Decoding;

namespace SearchService.Articles.HtmlPages;

/// <summary>Text out of values that may hold markup themselves: sites put tags and entities into JSON-LD and meta elements.</summary>
internal static class HtmlText
{
    /// <summary>Paragraphs of plain text, separated by line feeds.</summary>
    public static string Paragraphs(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return "";
        return PlainText.Paragraphs(HasMarkup(value) ? string.Join('\n', Blocks(value)) : value);
    }

    /// <summary>One line of plain text.</summary>
    public static string Line(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return "";
        return PlainText.Line(HasMarkup(value) ? string.Join(' ', Blocks(value)) : value);
    }

    private static bool HasMarkup(string value)
    {
        for (var at = value.AsSpan().IndexOfAny('<', '&'); at >= 0 && at + 1 < value.Length; at++)
        {
            if (value[at] == '<' && (char.IsAsciiLetter(value[at + 1]) || value[at + 1] is '/' or '!')) return true;
            if (value[at] == '&' && (char.IsAsciiLetter(value[at + 1]) || value[at + 1] == '#')) return true;
        }
        return false;
    }

    private static List<string> Blocks(string value)
    {
        // Line ends of the value are its paragraphs; as HTML they would be mere spaces.
        var document = BoundedParser.Parse("<!doctype html><body>" + value.ReplaceLineEndings("<br>"));
        return document.Body is { } body ? BlockText.Of(body, paragraphsOnly: false) : [];
    }
}
