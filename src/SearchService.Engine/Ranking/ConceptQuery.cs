using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SearchService.Engine.Ranking;

/// <summary>
/// Articles that hold a concept, scored by BM25 over the concept as a whole:
/// rarity × f / (k1 + f), where f = Σ over fields and forms of field weight × form weight × occurrences / length norm.
/// A word and its five inflections so count as one word, saturated once. (BM25F: Zaragoza et al., TREC 2004; the form of
/// the saturation is Lucene 8's, without the constant factor k1 + 1.) An article that holds only doubtful readings gets less, however
/// often it holds them: saturation would make many doubtful words one sure one.
/// </summary>
internal sealed class ConceptQuery(BoundConcept concept, FieldStatistics statistics) : Query
{
    /// <summary>Weight from which a form is as good as the word itself: that of an inflection.</summary>
    public const float FullWeight = 0.85f;

    /// <summary>The score of a document.</summary>
    /// <param name="rarity">Of the concept.</param>
    /// <param name="strongest">Largest weight of the forms it has.</param>
    /// <param name="sum">Sum of worths: occurrences × factor of the field at its length × weight of the form.</param>
    public static float Score(float rarity, float strongest, float sum)
        => rarity * Math.Min(1, strongest / FullWeight) * sum / (ScoredField.Saturation + sum);

    /// <summary>A sum of worths without which no document scores so much; infinite where none can.</summary>
    public static float SumFor(float rarity, float score)
        => score <= 0 ? 0 : score >= rarity ? float.PositiveInfinity : ScoredField.Saturation * score / (rarity - score);

    /// <inheritdoc/>
    public override string ToString(string field) => concept.Word;

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => new ConceptWeight(this, concept, statistics);

    private sealed class ConceptWeight(ConceptQuery query, BoundConcept concept, FieldStatistics statistics) : UnnormalizedWeight(query)
    {
        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            var postings = PostingsUnion.Open(concept, context, acceptDocs);
            return postings is null ? null : new ConceptScorer(this, postings, concept.Rarity, Norms(context), statistics);
        }

        private static NumericDocValues?[] Norms(AtomicReaderContext context)
            => Array.ConvertAll(ScoredField.All, field => context.AtomicReader.GetNormValues(field.Name));
    }

    private sealed class ConceptScorer(Weight weight, PostingsUnion postings, double rarity, NumericDocValues?[] norms, FieldStatistics statistics)
        : Scorer(weight)
    {
        private readonly float _rarity = (float)rarity;

        public override int DocID => postings.Doc;

        public override int Freq => 1;

        public override int NextDoc() => postings.Next();

        public override int Advance(int target) => postings.Advance(target);

        public override long GetCost() => postings.Cost;

        public override float GetScore() => Score(_rarity, postings.StrongestHere(), postings.WeightedFrequency(norms, statistics));
    }
}
