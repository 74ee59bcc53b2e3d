using System.Buffers;
using System.Globalization;
using System.Text;
using SearchService.Articles;
using SearchService.Engine.Citing;

namespace SearchService.Engine.Exporting;

/// <summary>
/// Articles as rows of a table (RFC 4180): commas, every cell in quotation marks and safe in a spreadsheet (<see cref="TableCell"/>), CR LF
/// behind a row.
/// </summary>
/// <param name="link">Where the archive holds an article.</param>
/// <param name="byteOrderMark">Whether the file begins with one.</param>
internal sealed class CsvWriter(Func<string, ArchiveLink>? link, bool byteOrderMark) : IArticleWriter
{
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
    public static string Cell(string? text) => TableCell.Quoted(text ?? "");

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
