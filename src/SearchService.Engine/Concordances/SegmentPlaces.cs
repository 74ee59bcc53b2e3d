using Lucene.Net.Index;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.Results;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Concordances;

/// <summary>
/// The occurrences of a query in the documents of one segment, read from the positions of the index by the rules that
/// <see cref="ArticleMatch"/> marks by: nothing of a clause that does not match, words of a phrase only where it stands. What is part of
/// a longer occurrence is none of its own. Only documents that match are asked for, in ascending order.
/// </summary>
internal sealed class SegmentPlaces
{
    private readonly Clause _clause;
    private readonly SnapshotSegment _segment;
    private readonly Dictionary<BoundConcept, ConceptPlaces?[]> _concepts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FilterClause, DocsEnum?> _filters = new(ReferenceEqualityComparer.Instance);
    private readonly Func<BoundConcept, IReadOnlyList<int>> _positionsOf;
    private readonly SegmentTimes _times;
    private readonly List<Interval>[] _found = [.. ScoredField.All.Select(_ => new List<Interval>())];
    private readonly List<Place> _places = [];
    private int _doc;
    private int _field;

    /// <summary>Looks at a segment.</summary>
    /// <param name="clause">What is looked for.</param>
    /// <param name="segment">The segment.</param>
    public SegmentPlaces(Clause clause, SnapshotSegment segment)
    {
        (_clause, _segment) = (clause, segment);
        _times = SegmentTimes.Of(segment.Reader);
        _positionsOf = concept => Places(concept, _field)?.Positions(_doc) ?? [];
    }

    /// <summary>The occurrences in a document, field by field in the order of their first words; valid until the next call.</summary>
    public List<Place> In(int doc)
    {
        _doc = doc;
        _places.Clear();
        foreach (var found in _found)
            found.Clear();
        // What is prohibited is not there, and what narrows is.
        if (!(_clause is BagClause bag ? EvaluateScored(bag) : Evaluate(_clause)))
            return _places;
        for (var field = 0; field < _found.Length; field++)
        {
            _found[field].Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
            var reached = -1;
            foreach (var place in _found[field])
            {
                if (place.End <= reached)
                    continue;
                reached = place.End;
                _places.Add(new(field, place.Start, place.End));
            }
        }

        return _places;
    }

    private bool Evaluate(Clause part) => part switch
    {
        ConceptClause concept => Evaluate(concept.Concept),
        PatternClause pattern => Evaluate(pattern.Pattern),
        BagClause bag => Evaluate(bag),
        FilterClause filter => Has(filter),
        DateClause date => _times[_doc] is { } time && time >= date.Span.FirstSecond && time <= date.Span.LastSecond,
        _ => throw new InvalidOperationException($"No places are known of {part.GetType().Name}."),
    };

    private bool Evaluate(BoundConcept concept)
    {
        var any = false;
        for (var field = 0; field < _found.Length; field++)
        {
            if (Places(concept, field)?.In(_doc) is not { Count: > 0 } here)
                continue;
            _found[field].AddRange(here);
            any = true;
        }

        return any;
    }

    private bool Evaluate(Pattern pattern)
    {
        var any = false;
        for (_field = 0; _field < _found.Length; _field++)
        {
            var before = _found[_field].Count;
            pattern.Find(_positionsOf, _found[_field]);
            any |= _found[_field].Count > before;
        }

        return any;
    }

    private bool Evaluate(BagClause bag)
    {
        Span<int> before = stackalloc int[_found.Length];
        Mark(before);
        foreach (var part in bag.Prohibited)
        {
            var matches = Evaluate(part);
            Withdraw(before);
            if (matches)
                return false;
        }

        foreach (var part in bag.Filters)
        {
            var matches = Evaluate(part);
            Withdraw(before);
            if (!matches)
                return false;
        }

        return EvaluateScored(bag);
    }

    private bool EvaluateScored(BagClause bag)
    {
        Span<int> before = stackalloc int[_found.Length];
        Mark(before);
        foreach (var part in bag.Required)
        {
            if (Evaluate(part))
                continue;
            Withdraw(before);
            return false;
        }

        var any = false;
        foreach (var part in bag.Optional)
            any |= Evaluate(part);
        return any || bag.Required.Count > 0 || bag.Optional.Count == 0;
    }

    private void Mark(Span<int> counts)
    {
        for (var field = 0; field < counts.Length; field++)
            counts[field] = _found[field].Count;
    }

    private void Withdraw(ReadOnlySpan<int> counts)
    {
        for (var field = 0; field < counts.Length; field++)
            _found[field].RemoveRange(counts[field], _found[field].Count - counts[field]);
    }

    private bool Has(FilterClause filter)
    {
        if (!_filters.TryGetValue(filter, out var postings))
            _filters[filter] = postings = _segment.Reader.GetTermDocsEnum(ClauseQueries.FilterTerm(filter.Field, filter.Value));
        return postings is not null && (postings.DocID < _doc ? postings.Advance(_doc) : postings.DocID) == _doc;
    }

    private ConceptPlaces? Places(BoundConcept concept, int field)
    {
        if (!_concepts.TryGetValue(concept, out var fields))
            _concepts[concept] = fields = [.. ScoredField.All.Select((_, number) => ConceptPlaces.Open(concept, _segment, number))];
        return fields[field];
    }
}
