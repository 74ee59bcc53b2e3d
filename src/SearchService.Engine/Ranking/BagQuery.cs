using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SearchService.Engine.Ranking;

/// <summary>
/// All of the required and of the filters, none of the prohibited and, where nothing is required, any of the optional. The score is summed in the
/// order of the required, the optional and what they gain beside each other, so that it is the same however a document was found.
/// </summary>
/// <param name="required">Parts that must be there.</param>
/// <param name="optional">Parts that are better there; without a required part, at least one.</param>
/// <param name="prohibited">Parts that must not be there.</param>
/// <param name="filters">Conditions that do not score.</param>
/// <param name="gains">What is added to the score of a match.</param>
internal sealed class BagQuery(Query[] required, Query[] optional, Query[] prohibited, Query[] filters, Query[] gains) : Query
{
    /// <inheritdoc/>
    public override string ToString(string field) => string.Join(' ', required.Concat(optional).Select(query => query.ToString(field)));

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher)
        => new BagWeight(this, Array.ConvertAll([.. required, .. optional, .. prohibited, .. filters, .. gains], query => query.CreateWeight(searcher)));

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        Query[] Rewritten(Query[] parts) => Array.ConvertAll(parts, part => part.Rewrite(reader));
        Query[][] before = [required, optional, prohibited, filters, gains];
        var after = Array.ConvertAll(before, Rewritten);
        return before.Zip(after).All(pair => pair.First.SequenceEqual(pair.Second, ReferenceEqualityComparer.Instance))
            ? this
            : new BagQuery(after[0], after[1], after[2], after[3], after[4]);
    }

    private BagScorer? Scorer(Weight weight, Weight[] parts, AtomicReaderContext segment, IBits live)
    {
        var scorers = Array.ConvertAll(parts, part => part.GetScorer(segment, live));
        var at = 0;
        Scorer?[] Next(int count) => scorers[at..(at += count)];
        var (must, may, not, filter, gain) = (Next(required.Length), Next(optional.Length), Next(prohibited.Length), Next(filters.Length), Next(gains.Length));
        if (must.Contains(null) || filter.Contains(null) || (required.Length == 0 && optional.Length > 0 && !may.Any(scorer => scorer is not null)))
            return null;
        return new BagScorer(weight, must!, [.. may.OfType<Scorer>()], [.. not.OfType<Scorer>()], filter!, [.. gain.OfType<Scorer>()], optional.Length > 0, segment.AtomicReader.MaxDoc, live);
    }

    private sealed class BagWeight(BagQuery query, Weight[] parts) : UnnormalizedWeight(query)
    {
        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs) => query.Scorer(this, parts, context, acceptDocs);
    }

    private sealed class BagScorer(
        Weight weight, Scorer[] required, Scorer[] optional, Scorer[] prohibited, Scorer[] filters, Scorer[] gains, bool any, int documents, IBits? live) : Scorer(weight)
    {
        private readonly Scorer[] _must = [.. required, .. filters];
        private readonly Scorer[] _scored = [.. required, .. optional, .. gains];
        private int _doc = -1;

        public override int DocID => _doc;

        public override int Freq => 1;

        public override int NextDoc() => Advance(_doc + 1);

        public override int Advance(int target)
        {
            for (; ; target++)
            {
                target = Candidate(target);
                if (target >= documents)
                    return _doc = NO_MORE_DOCS;
                var doc = target;
                if (!Array.Exists(prohibited, part => On(part, doc)) && live?.Get(doc) != false)
                    return _doc = doc;
            }
        }

        public override long GetCost() => _must.Length > 0 ? _must.Min(part => part.GetCost()) : any ? optional.Sum(part => part.GetCost()) : documents;

        public override float GetScore()
        {
            var sum = 0f;
            foreach (var part in _scored)
            {
                if (On(part, _doc))
                    sum += part.GetScore();
            }

            return sum;
        }

        private static bool On(Scorer part, int doc) => (part.DocID < doc ? part.Advance(doc) : part.DocID) == doc;

        private int Candidate(int target)
        {
            while (target < documents)
            {
                var next = required.Length == 0 && any ? optional.Min(part => part.DocID < target ? part.Advance(target) : part.DocID) : target;
                foreach (var part in _must)
                    next = Math.Max(next, part.DocID < target ? part.Advance(target) : part.DocID);
                if (next == target)
                    return target;
                target = next;
            }

            return target;
        }
    }
}
