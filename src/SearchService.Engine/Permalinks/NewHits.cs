using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Engine.Indexing;

namespace SearchService.Engine.Permalinks;

/// <summary>A pass over the matches that counts those written up to a change and takes down the sequence numbers of those after it.</summary>
/// <param name="generation">Sequence number of the change.</param>
internal sealed class NewHits(long generation) : ICollector
{
    private NumericDocValues? _sequences;

    /// <summary>Matches written up to the change.</summary>
    public long Older { get; private set; }

    /// <summary>Sequence numbers of the others.</summary>
    public HashSet<long> Newer { get; } = [];

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => true;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer)
    {
    }

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context) => _sequences = context.AtomicReader.GetNumericDocValues(IndexFields.Sequence);

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        if (_sequences!.Get(doc) is var sequence && sequence <= generation)
            Older++;
        else
            Newer.Add(sequence);
    }
}
