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

    /// <summary>Σ 1 / distance² over the pairs within reach, as weighted occurrences of this field.</summary>
    public override float Frequency()
    {
        var ones = first.Read();
        var others = second.Read();
        var sum = 0f;
        var from = 0;
        foreach (var (position, weight) in ones)
        {
            while (from < others.Length && others[from].Position < position - ProximityQuery.Reach)
                from++;
            for (var i = from; i < others.Length && others[i].Position <= position + ProximityQuery.Reach; i++)
            {
                // Two words that both read as one form may stand on one position: that is one word, not two neighbours.
                var distance = Math.Abs(others[i].Position - position);
                if (distance == 0)
                    continue;
                distance = Math.Max(1, distance - gap + 1);
                sum += weight * others[i].Weight / (distance * distance);
            }
        }

        return sum * factors[norms is null ? 0 : (byte)norms.Get(Doc)];
    }
}
