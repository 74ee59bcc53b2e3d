using System.Buffers;
using SearchService.Articles;

namespace SearchService.Engine.Exporting;

/// <summary>Writes articles one after the other in one format, as UTF-8. It keeps nothing of what it wrote.</summary>
public interface IArticleWriter
{
    /// <summary>Writes what stands before the first article.</summary>
    void Begin(IBufferWriter<byte> output);

    /// <summary>Writes an article, whole.</summary>
    void Write(Article article, IBufferWriter<byte> output);
}
