using System.Buffers;
using System.Text;
using SearchService.Articles;

namespace SearchService.Engine.Citing;

/// <summary>How an article is cited.</summary>
public static class Citation
{
    /// <summary>The citation of an article: a whole file of it, or one line of text.</summary>
    /// <param name="article">The article.</param>
    /// <param name="format">In which form.</param>
    /// <param name="language">In which language, where the form is text.</param>
    /// <param name="link">Where the archive holds it; null where it has no address.</param>
    public static string Of(Article article, CitationFormat format, CitationLanguage language, ArchiveLink? link = null)
    {
        var cited = CitedArticle.Of(article, link);
        if (format == CitationFormat.Mla)
            return CitationText.Mla(cited, language);
        if (format == CitationFormat.Apa)
            return CitationText.Apa(cited, language);
        if (format == CitationFormat.BibTex)
            return BibTexEntry.Of(cited);
        if (format == CitationFormat.Ris)
            return RisRecord.Of(cited);
        var json = new ArrayBufferWriter<byte>();
        CslItem.WriteArray(cited, json);
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
