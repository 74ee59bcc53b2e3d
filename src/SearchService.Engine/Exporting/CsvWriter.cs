using System.Buffers;
using System.Globalization;
using System.Text;
using SearchService.Articles;
using SearchService.Engine.Citing;

namespace SearchService.Engine.Exporting;

/// <summary>
/// Articles as rows of a table (RFC 4180): commas, every cell in quotation marks, CR LF behind a row. A cell that a spreadsheet would
/// take for a formula gets an apostrophe before it, by which spreadsheets know text.
/// </summary>
/// <param name="link">Where the archive holds an article.</param>
/// <param name="byteOrderMark">Whether the file begins with one.</param>
internal sealed class CsvWriter(Func<string, ArchiveLink>? link, bool byteOrderMark) : IArticleWriter
{
    // By OWASP's rule; the last four are the wide forms that spreadsheets read as the first four, and U+000A stands there beside U+000D.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private static readonly string[] Names =
        ["id", "headline", "webTitle", "publishedAt", "updatedAt", "category", "agency", "byline", "place", "tags", "language", "source", "url", "permalink", "body"];

    /// <inheritdoc/>
    public void Begin(IBufferWriter<byte> output)
    {
        if (byteOrderMark)
            output.Write(Encoding.UTF8.Preamble);
        Row(output, Names);
    }

    /// <inheritdoc/>
    public void Write(Article article, IBufferWriter<byte> output) => Row(output,
        [
            article.Id, article.Headline, article.WebTitle, Time(article.PublishedAt), Time(article.UpdatedAt), article.Category, article.Agency,
            article.Byline, article.Place, string.Join("; ", article.Tags), article.Language, article.Source, article.Url, link?.Invoke(article.Id).Address, article.Body,
        ]);

    /// <summary>A text as a cell.</summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "\"\"";
        var safe = FormulaStarts.Contains(text[0]) ? "'" + text : text;
        return '"' + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }

    private static string? Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static void Row(IBufferWriter<byte> output, ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                output.Write(","u8);
            Encoding.UTF8.GetBytes(Cell(cells[i]), output);
        }

        output.Write("\r\n"u8);
    }
}
