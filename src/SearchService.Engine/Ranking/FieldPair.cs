using Lucene.Net.Index;
using Lucene.Net.Search;

namespace SearchService.Engine.Ranking;

/// <summary>The documents of one segment that hold two concepts in one field, and how near they stand there.</summary>
internal sealed class FieldPair(PositionsUnion first, PositionsUnion second, int gap, float[] factors, NumericDocValues? norms) : FieldArrangement
{
    /// <inheritdoc/>
    public override long Cost => Math.Min(first.Cost, second.Cost);

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        while (target != DocIdSetIterator.NO_MORE_DOCS)
        {
            var one = first.Doc < target ? first.Advance(target) : first.Doc;
            var other = second.Doc < one ? second.Advance(one) : second.Doc;
            if (one == other)
                return Doc = one;
            target = other;
        }

        return Doc = DocIdSetIterator.NO_MORE_DOCS;
    }

    /// <inheritdoc/>
    public override float Frequency() => Nearness.Of(first.Read(), second.Read(), gap) * factors[norms is null ? 0 : (byte)norms.Get(Doc)];
}
