using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Engine.Ranking;

/// <summary>
/// Articles with an arrangement of words in one field. Its score is what the arrangement adds to the scores of its words: like
/// <see cref="ProximityQuery"/>, with an occurrence of the arrangement counting as two words side by side.
/// </summary>
internal sealed class PatternQuery(Pattern pattern, FieldStatistics statistics)
    : ArrangementQuery(ProximityQuery.Strength * pattern.Concepts.Min(concept => concept.Rarity))
{
    /// <inheritdoc/>
    public override string ToString(string field) => string.Join(" ", pattern.Concepts.Select(concept => concept.Word));

    /// <inheritdoc/>
    protected override FieldArrangement? Open(AtomicReaderContext segment, IBits? live, int field)
        => FieldPattern.Open(pattern, segment, live, field, statistics);
}
