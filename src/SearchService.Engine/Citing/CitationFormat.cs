namespace SearchService.Engine.Citing;

/// <summary>A form in which an article is cited.</summary>
public sealed record CitationFormat
{
    private CitationFormat(string name, string mediaType, string extension, bool isText) => (Name, MediaType, Extension, IsText) = (name, mediaType, extension, isText);

    /// <summary>BibTeX, read by BibLaTeX too; UTF-8.</summary>
    public static CitationFormat BibTex { get; } = new("bibtex", "application/x-bibtex", "bib", isText: false);

    /// <summary>RIS of Reference Manager: lines of a tag and a value.</summary>
    public static CitationFormat Ris { get; } = new("ris", "application/x-research-info-systems", "ris", isText: false);

    /// <summary>The JSON of the Citation Style Language: an array of one item.</summary>
    public static CitationFormat CslJson { get; } = new("csl-json", "application/vnd.citationstyles.csl+json", "json", isText: false);

    /// <summary>An entry of a list of works cited by the MLA handbook, ninth edition.</summary>
    public static CitationFormat Mla { get; } = new("mla", "text/plain", "txt", isText: true);

    /// <summary>An entry of a list of references by the APA manual, seventh edition.</summary>
    public static CitationFormat Apa { get; } = new("apa", "text/plain", "txt", isText: true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CitationFormat> All { get; } = [BibTex, Ris, CslJson, Mla, Apa];

    /// <summary>Its name in addresses.</summary>
    public string Name { get; }

    /// <summary>Media type, without the character set, which is UTF-8.</summary>
    public string MediaType { get; }

    /// <summary>Extension of a file of it, without the dot.</summary>
    public string Extension { get; }

    /// <summary>Whether it is a sentence for people, which is told in a language.</summary>
    public bool IsText { get; }

    /// <summary>The format of a name; null when there is none.</summary>
    public static CitationFormat? Find(string? name) => All.FirstOrDefault(format => format.Name == name?.Trim().ToLowerInvariant());
}
