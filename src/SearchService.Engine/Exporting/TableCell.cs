using System.Buffers;

namespace SearchService.Engine.Exporting;

/// <summary>
/// Text as a cell of a table that may be opened in a spreadsheet. What that would take for a formula gets an apostrophe in front: articles
/// are written by others, and a formula in one of them must not run on a reader's machine. (OWASP: CSV Injection.)
/// </summary>
public static class TableCell
{
    private static readonly SearchValues<char> Breaking = SearchValues.Create(",\"\r\n");

    // Fullwidth forms are read as their plain ones by spreadsheets set to an East Asian language.
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>A cell of comma-separated values (RFC 4180), in quotation marks where it needs them.</summary>
    public static string Csv(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAny(Breaking) ? Quoted(text) : Safe(text);
    }

    /// <summary>The same, always in quotation marks.</summary>
    public static string Quoted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"\"{Safe(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A cell of tab-separated values: tabs and line ends become spaces, there being no way to quote them.</summary>
    public static string Tsv(string text) => Safe(text ?? "").Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ');

    private static string Safe(string text)
    {
        // White space and quotation marks in front are passed over by some programs.
        var first = text.AsSpan().TrimStart(" \"'\u00A0\uFEFF");
        return (text.Length > 0 && Formula.Contains(text[0])) || (first.Length > 0 && Formula.Contains(first[0])) ? "'" + text : text;
    }
}
