using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace SearchService.Engine.Ranking;

/// <summary>
/// What Lucene has to know of our ranking: the norm it writes for each field. Scores are made by <c>ConceptQuery</c>,
/// so a Lucene query that is scored through this class (phrases and spans, which we use as conditions only) scores 0.
/// </summary>
internal sealed class ArchiveSimilarity : Similarity
{
    /// <summary>The field's length in words as one byte; the whole of a compound, which stands at its first part's position, does not count.</summary>
    public override long ComputeNorm(FieldInvertState state) => LengthNorm.Of(state.Length - state.NumOverlap);

    /// <inheritdoc/>
    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) => new Unscored();

    /// <inheritdoc/>
    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) => new Zero();

    private sealed class Unscored : SimWeight
    {
        public override float GetValueForNormalization() => 1;

        public override void Normalize(float queryNorm, float topLevelBoost)
        {
        }
    }

    private sealed class Zero : SimScorer
    {
        public override float Score(int doc, float freq) => 0;

        public override float ComputeSlopFactor(int distance) => 1f / (distance + 1);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }
}
