using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Timelines;

/// <summary>Counts matches by the day they are dated.</summary>
/// <param name="weigh">What counts in a segment, by its document; null: each document once.</param>
internal sealed class DayCollector(Func<AtomicReaderContext, Func<int, long>>? weigh = null) : ICollector
{
    private NumericDocValues? _times;
    private IBits? _dated;
    private Func<int, long>? _weigh;

    /// <summary>The counts.</summary>
    public DayCounts Counts { get; } = new();

    /// <summary>How many documents matched.</summary>
    public long Articles { get; private set; }

    /// <summary>Weights read postings, which go forward only.</summary>
    public bool AcceptsDocsOutOfOrder => weigh is null;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer)
    {
        // Nothing here asks for a score.
    }

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context)
    {
        _times = context.AtomicReader.GetNumericDocValues(IndexFields.Date);
        _dated = context.AtomicReader.GetDocsWithField(IndexFields.Date);
        _weigh = weigh?.Invoke(context);
    }

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        Articles++;
        Counts.Add(_times is not null && _dated?.Get(doc) == true ? DateSpan.DayOf(_times.Get(doc)) : null, _weigh?.Invoke(doc) ?? 1);
    }
}
