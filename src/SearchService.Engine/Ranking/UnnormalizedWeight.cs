using Lucene.Net.Index;
using Lucene.Net.Search;

namespace SearchService.Engine.Ranking;

/// <summary>A weight whose scores are used as they are: BM25 knows no query norm.</summary>
internal abstract class UnnormalizedWeight(Query query) : Weight
{
    /// <inheritdoc/>
    public override Query Query => query;

    /// <inheritdoc/>
    public override float GetValueForNormalization() => 1;

    /// <inheritdoc/>
    public override void Normalize(float norm, float topLevelBoost)
    {
    }

    /// <inheritdoc/>
    public override Explanation Explain(AtomicReaderContext context, int doc)
    {
        var scorer = GetScorer(context, context.AtomicReader.LiveDocs);
        return scorer is not null && scorer.Advance(doc) == doc
            ? new Explanation(scorer.GetScore(), query.ToString())
            : new Explanation(0, "no match");
    }
}
