using System.Buffers;
using SearchService.Articles;

namespace SearchService.Engine.Exporting;

/// <summary>Articles as lines of JSON.</summary>
internal sealed class JsonLinesWriter : IArticleWriter
{
    /// <inheritdoc/>
    public void Begin(IBufferWriter<byte> output)
    {
    }

    /// <inheritdoc/>
    public void Write(Article article, IBufferWriter<byte> output)
    {
        output.Write(ArticleJson.Serialize(article));
        output.Write("\n"u8);
    }
}
