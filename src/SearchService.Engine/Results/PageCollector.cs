using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Results;

/// <summary>The one pass over the matches: best articles, total and facets together.</summary>
internal sealed class PageCollector(TopArticles best, SearchSort sort, Cursor? after, FacetCounter? facets) : ICollector
{
    private readonly bool _scored = sort == SearchSort.Relevance;
    private Scorer? _scorer;
    private NumericDocValues? _sequences;
    private NumericDocValues? _times;
    private IBits? _dated;
    private int _base;

    /// <summary>How many articles matched.</summary>
    public long Total { get; private set; }

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => true;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer) => _scorer = scorer;

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context)
    {
        _base = context.DocBase;
        _sequences = context.AtomicReader.GetNumericDocValues(IndexFields.Sequence);
        _times = _scored ? null : context.AtomicReader.GetNumericDocValues(IndexFields.Date);
        _dated = _scored ? null : context.AtomicReader.GetDocsWithField(IndexFields.Date);
        facets?.Enter(context.AtomicReader);
    }

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        var sequence = _sequences!.Get(doc);
        if (sequence > (after?.Generation ?? long.MaxValue))
            return;
        Total++;
        facets?.Count(doc);
        var score = _scored ? _scorer!.GetScore() : 0;
        var key = _scored ? score : Time(doc);
        if (best.IsFull && key < best.Worst.Key)
            return;
        var article = new RankedArticle(_base + doc, key, sequence, score);
        if (after is null || new RankedArticle(0, after.Key, after.Sequence, 0).Before(article))
            best.Offer(article);
    }

    /// <summary>Undated articles stand last in both directions.</summary>
    private double Time(int doc)
    {
        if (_times is null || _dated?.Get(doc) != true)
            return double.NegativeInfinity;
        var time = (double)_times.Get(doc);
        return sort == SearchSort.Newest ? time : -time;
    }
}
