using System.Buffers;
using System.Text;
using SearchService.Articles;
using SearchService.Engine.Citing;

namespace SearchService.Engine.Exporting;

/// <summary>Articles as entries of a bibliography.</summary>
/// <param name="format">BibTeX or RIS.</param>
/// <param name="link">Where the archive holds an article.</param>
internal sealed class CitationWriter(CitationFormat format, Func<string, ArchiveLink>? link) : IArticleWriter
{
    /// <inheritdoc/>
    public void Begin(IBufferWriter<byte> output)
    {
    }

    /// <inheritdoc/>
    public void Write(Article article, IBufferWriter<byte> output) =>
        Encoding.UTF8.GetBytes(Citation.Of(article, format, CitationLanguage.English, link?.Invoke(article.Id)), output);
}
