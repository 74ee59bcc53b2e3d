using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;

namespace SearchService.Engine.Exporting;

/// <summary>
/// A pass over the matches that keeps those next in the order of the results, behind where the pass before it ended. So any number
/// of matches is gone through in order, window by window, in the memory of one.
/// </summary>
/// <param name="size">Most articles kept by a pass.</param>
/// <param name="matches">How many articles match, as far as that is known: fewer need less room.</param>
/// <param name="sort">Order of the results.</param>
/// <param name="cancellation">Looked at in every segment.</param>
internal sealed class HitWindow(int size, long matches, SearchSort sort, CancellationToken cancellation) : ICollector
{
    // Room for two windows: the better half of it is found once it is full, not article by article.
    private readonly RankedArticle[] _kept = new RankedArticle[(int)Math.Min(2L * size, Math.Max(1, matches))];
    private readonly bool _scored = sort == SearchSort.Relevance;
    private RankedArticle? _after;
    private RankedArticle? _worst;
    private int _count;
    private Scorer? _scorer;
    private NumericDocValues? _sequences;
    private DateOrder? _dates;
    private int _base;

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>Makes the next pass.</summary>
    /// <returns>The next articles in order, valid until the pass after this; none when all have been gone through.</returns>
    public ReadOnlyMemory<RankedArticle> Next(IndexSearcher searcher, Query query)
    {
        (_count, _worst) = (0, null);
        searcher.Search(query, this);
        Cut();
        if (_count > 0)
            _after = _kept[_count - 1];
        return _kept.AsMemory(0, _count);
    }

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer) => _scorer = scorer;

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context)
    {
        cancellation.ThrowIfCancellationRequested();
        _base = context.DocBase;
        _sequences = context.AtomicReader.GetNumericDocValues(IndexFields.Sequence);
        _dates = _scored ? null : new(context.AtomicReader, sort);
    }

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        var score = _scored ? _scorer!.GetScore() : 0;
        var article = new RankedArticle(_base + doc, _dates?.Of(doc) ?? score, _sequences!.Get(doc), score);
        if ((_after is { } after && !after.Before(article)) || (_worst is { } worst && !article.Before(worst)))
            return;
        if (_count == _kept.Length)
        {
            Cut();
            _worst = _kept[_count - 1];
            if (!article.Before(_kept[_count - 1]))
                return;
        }

        _kept[_count++] = article;
    }

    private void Cut()
    {
        Array.Sort(_kept, 0, _count, Order.Instance);
        _count = Math.Min(_count, size);
    }

    private sealed class Order : IComparer<RankedArticle>
    {
        public static Order Instance { get; } = new();

        public int Compare(RankedArticle one, RankedArticle other) => one.Before(other) ? -1 : other.Before(one) ? 1 : 0;
    }
}
