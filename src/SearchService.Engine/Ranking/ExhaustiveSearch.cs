using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;

namespace SearchService.Engine.Ranking;

/// <summary>Scores every match, one after the other. What <see cref="TopK.TopKSearch"/> finds is held against it.</summary>
/// <param name="best">Where the matches are offered.</param>
internal sealed class ExhaustiveSearch(TopArticles best) : ICollector
{
    private Scorer? _scorer;
    private NumericDocValues? _sequences;
    private int _base;
    private long _total;

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>Offers all matches of a clause; returns how many there are.</summary>
    public static long Find(IndexSearcher searcher, FieldStatistics statistics, Clause clause, TopArticles best)
    {
        var search = new ExhaustiveSearch(best);
        searcher.Search(new ClauseQueries(statistics).Of(clause), search);
        return search._total;
    }

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer) => _scorer = scorer;

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context)
        => (_base, _sequences) = (context.DocBase, context.AtomicReader.GetNumericDocValues(IndexFields.Sequence));

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        _total++;
        var score = _scorer!.GetScore();
        best.Offer(new(_base + doc, score, _sequences!.Get(doc), score));
    }
}
