using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SearchService.Engine.Ranking;

/// <summary>The documents of one segment that have a pattern in one field.</summary>
internal sealed class FieldPattern : FieldArrangement
{
    private readonly Pattern _pattern;
    private readonly Dictionary<BoundConcept, PositionsUnion> _postings;
    private readonly PositionsUnion[] _unions;
    private readonly bool _conjunction;
    private readonly float[] _factors;
    private readonly NumericDocValues? _norms;
    private readonly List<Interval> _found = [];
    private readonly Func<BoundConcept, IReadOnlyList<int>> _positionsOf;

    private FieldPattern(Pattern pattern, Dictionary<BoundConcept, PositionsUnion> postings, bool conjunction, float[] factors, NumericDocValues? norms)
    {
        (_pattern, _postings, _conjunction, _factors, _norms) = (pattern, postings, conjunction, factors, norms);
        _unions = [.. postings.Values.OrderBy(union => union.Cost)];
        _positionsOf = Positions;
    }

    /// <inheritdoc/>
    public override float Frequency() => _found.Count * _factors[_norms is null ? 0 : (byte)_norms.Get(Doc)];

    /// <inheritdoc/>
    public override int? Places => _found.Count;

    /// <inheritdoc/>
    public override long Cost => _conjunction ? _unions[0].Cost : _unions.Sum(union => union.Cost);

    /// <summary>Opens a pattern in one field of one segment; null when it cannot be there.</summary>
    public static FieldPattern? Open(Pattern pattern, AtomicReaderContext segment, IBits? live, int field, FieldStatistics statistics)
    {
        var postings = new Dictionary<BoundConcept, PositionsUnion>(ReferenceEqualityComparer.Instance);
        var all = pattern.NeedsAll;
        foreach (var concept in pattern.Concepts)
        {
            if (PositionsUnion.Open(concept, segment, live, field) is { } union)
                postings[concept] = union;
            else if (all)
                return null;
        }

        return postings.Count == 0
            ? null
            : new(pattern, postings, all, statistics.Factor(field), segment.AtomicReader.GetNormValues(ScoredField.All[field].Name));
    }

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        for (var doc = Candidate(target); doc != DocIdSetIterator.NO_MORE_DOCS; doc = Candidate(doc + 1))
        {
            Doc = doc;
            _found.Clear();
            _pattern.Find(_positionsOf, _found);
            if (_found.Count > 0)
                return doc;
        }

        return Doc = DocIdSetIterator.NO_MORE_DOCS;
    }

    private int Candidate(int target)
    {
        if (!_conjunction)
            return _unions.Min(union => union.Doc < target ? union.Advance(target) : union.Doc);
        var at = 0;
        while (at < _unions.Length)
        {
            var union = _unions[at];
            var doc = union.Doc < target ? union.Advance(target) : union.Doc;
            if (doc == DocIdSetIterator.NO_MORE_DOCS)
                return doc;
            at = doc == target ? at + 1 : 0;
            target = doc;
        }

        return target;
    }

    private IReadOnlyList<int> Positions(BoundConcept concept)
        => _postings.TryGetValue(concept, out var union) && union.Doc == Doc ? union.ReadPositions() : [];
}
