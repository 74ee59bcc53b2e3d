namespace SearchService.Engine.Exporting;

/// <summary>A form in which the articles of a search are taken out.</summary>
public sealed record ExportFormat
{
    private ExportFormat(string name, string mediaType, string extension) => (Name, MediaType, Extension) = (name, mediaType, extension);

    /// <summary>A table for spreadsheets: RFC 4180, with a line of names, safe against cells that are formulas.</summary>
    public static ExportFormat Csv { get; } = new("csv", "text/csv", "csv");

    /// <summary>One JSON object a line: whole articles, as <c>index</c> reads them.</summary>
    public static ExportFormat JsonLines { get; } = new("jsonl", "application/x-ndjson", "jsonl");

    /// <summary>BibTeX entries.</summary>
    public static ExportFormat BibTex { get; } = new("bibtex", "application/x-bibtex", "bib");

    /// <summary>RIS records.</summary>
    public static ExportFormat Ris { get; } = new("ris", "application/x-research-info-systems", "ris");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } = [Csv, JsonLines, BibTex, Ris];

    /// <summary>Its name in addresses and on the command line.</summary>
    public string Name { get; }

    /// <summary>Media type, without the character set, which is UTF-8.</summary>
    public string MediaType { get; }

    /// <summary>Extension of a file of it, without the dot.</summary>
    public string Extension { get; }

    /// <summary>The format of a name; null when there is none.</summary>
    public static ExportFormat? Find(string? name) => All.FirstOrDefault(format => format.Name == name?.Trim().ToLowerInvariant());

    /// <summary>Makes a writer of it.</summary>
    /// <param name="link">Where the archive holds an article of an id; null where articles have no address.</param>
    /// <param name="byteOrderMark">Whether CSV begins with one, by which Excel tells UTF-8; no other format has it.</param>
    public IArticleWriter Writer(Func<string, Citing.ArchiveLink>? link = null, bool byteOrderMark = false) =>
        this == Csv ? new CsvWriter(link, byteOrderMark)
        : this == JsonLines ? new JsonLinesWriter()
        : new CitationWriter(this == BibTex ? Citing.CitationFormat.BibTex : Citing.CitationFormat.Ris, link);
}
