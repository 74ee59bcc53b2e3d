using Lucene.Net.Index;
using SearchService.Engine.TopK;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Indexing;

/// <summary>
/// A lease of the index as it was at one generation. While it is held its files stay mapped, whatever is merged or replaced meanwhile:
/// a mapped file that is closed under a search ends the process. Dispose of it when the answer is made, once per lease.
/// </summary>
internal sealed class IndexSnapshot : IDisposable
{
    private IndexReader? _held;

    /// <summary>Takes over one reference of the reader.</summary>
    internal IndexSnapshot(ArchiveSearcher searcher, long generation, Interpreter interpreter)
    {
        _held = searcher.IndexReader;
        (Searcher, Generation, Interpreter) = (searcher, generation, interpreter);
    }

    /// <summary>The searcher.</summary>
    public ArchiveSearcher Searcher { get; }

    /// <summary>Sequence number of the last change it holds.</summary>
    public long Generation { get; }

    /// <summary>Reads words with those of the archive; of the newest snapshot, whichever this one is.</summary>
    public Interpreter Interpreter { get; }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _held, null)?.DecRef();
}
