using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Engine.Ranking;

/// <summary>
/// What two neighbours of the query gain where they are neighbours in a field: strength × min(rarities) × p / (k1 + p), where
/// p = Σ over pairs of occurrences of 1 / distance², weighted and length-normalised like an occurrence
/// (after Rasolofo and Savoy, Term Proximity Scoring for Keyword-Based Retrieval Systems, ECIR 2003).
/// Used as an optional clause beside the two concepts, so it never makes a match.
/// </summary>
/// <param name="first">The earlier word.</param>
/// <param name="second">The later word.</param>
/// <param name="gap">How far apart they stand in the query: 1 side by side, 2 with a stop word between.</param>
/// <param name="statistics">Of the snapshot.</param>
internal sealed class ProximityQuery(BoundConcept first, BoundConcept second, int gap, FieldStatistics statistics)
    : ArrangementQuery(Strength * Math.Min(first.Rarity, second.Rarity))
{
    /// <summary>How much a full proximity counts beside a full concept.</summary>
    public const float Strength = 0.3f;

    /// <summary>Farthest distance that counts, in words: beyond it 1/d² adds next to nothing.</summary>
    public const int Reach = 8;

    /// <inheritdoc/>
    public override string ToString(string field) => $"{first.Word} ~ {second.Word}";

    /// <inheritdoc/>
    protected override FieldArrangement? Open(AtomicReaderContext segment, IBits? live, int field)
        => PositionsUnion.Open(first, segment, live, field) is { } one && PositionsUnion.Open(second, segment, live, field) is { } other
            ? new FieldPair(one, other, gap, statistics.Factor(field), segment.AtomicReader.GetNormValues(ScoredField.All[field].Name))
            : null;
}
