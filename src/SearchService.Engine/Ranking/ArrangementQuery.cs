using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SearchService.Engine.Ranking;

/// <summary>Articles with an arrangement of words in any of their fields, scored by how often: most × f / (k1 + f), f summed over the fields.</summary>
/// <param name="most">What it scores at most.</param>
internal abstract class ArrangementQuery(double most) : Query
{
    /// <summary>What it scores at most.</summary>
    public double Most => most;

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => new ArrangementWeight(this);

    /// <summary>The fields of a document that have it, how often where that is counted, and what that counts.</summary>
    public IEnumerable<(int Field, int? Places, float Frequency)> At(AtomicReaderContext segment, int doc)
    {
        for (var field = 0; field < ScoredField.All.Length; field++)
        {
            if (Open(segment, null, field) is { } found && found.Advance(doc) == doc && found.Frequency() is > 0 and var frequency)
                yield return (field, found.Places, frequency);
        }
    }

    /// <summary>Opens the arrangement in one field of one segment; null where it cannot be there.</summary>
    protected abstract FieldArrangement? Open(AtomicReaderContext segment, IBits? live, int field);

    private ArrangementScorer? Scorer(Weight weight, AtomicReaderContext segment, IBits? live)
    {
        var fields = new List<FieldArrangement>();
        for (var field = 0; field < ScoredField.All.Length; field++)
        {
            if (Open(segment, live, field) is { } found)
                fields.Add(found);
        }

        return fields.Count == 0 ? null : new(weight, [.. fields], (float)most);
    }

    private sealed class ArrangementWeight(ArrangementQuery query) : UnnormalizedWeight(query)
    {
        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs) => query.Scorer(this, context, acceptDocs);
    }

    private sealed class ArrangementScorer(Weight weight, FieldArrangement[] fields, float most) : Scorer(weight)
    {
        private int _doc = -1;

        public override int DocID => _doc;

        public override int Freq => 1;

        public override int NextDoc() => Advance(_doc + 1);

        public override int Advance(int target)
        {
            var next = NO_MORE_DOCS;
            foreach (var field in fields)
                next = Math.Min(next, field.Doc < target ? field.Advance(target) : field.Doc);
            return _doc = next;
        }

        public override long GetCost() => fields.Sum(field => field.Cost);

        public override float GetScore()
        {
            var frequency = 0f;
            foreach (var field in fields)
            {
                if (field.Doc == _doc)
                    frequency += field.Frequency();
            }

            return most * frequency / (ScoredField.Saturation + frequency);
        }
    }
}
