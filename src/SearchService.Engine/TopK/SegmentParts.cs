using Lucene.Net.Index;
using SearchService.Engine.Postings;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>Opens clauses in one segment.</summary>
internal sealed class SegmentParts(SegmentView segment, Scratch scratch)
{
    private readonly Dictionary<BoundConcept, List<FormList>> _lists = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BoundConcept, ConceptPart> _concepts = new(ReferenceEqualityComparer.Instance);

    /// <summary>Opens a whole query, and fits the segment's windows to it.</summary>
    public BagPart Open(Clause clause)
    {
        Look(clause);
        segment.Fit(_lists.Values.Sum(lists => lists.Sum(list => (long)list.Count)));
        return Part(clause) is BagPart bag ? bag : new([], [Part(clause)], [], [], []);
    }

    private void Look(Clause clause)
    {
        switch (clause)
        {
            case ConceptClause { Concept: var concept }:
                Look(concept);
                break;
            case PatternClause { Pattern: var pattern }:
                foreach (var concept in pattern.Concepts)
                    Look(concept);
                break;
            case BagClause bag:
                foreach (var part in bag.Required.Concat(bag.Optional).Concat(bag.Prohibited).Concat(bag.Filters))
                    Look(part);
                foreach (var pair in bag.Neighbours)
                {
                    Look(pair.First);
                    Look(pair.Second);
                }

                break;
        }
    }

    private void Look(BoundConcept concept)
    {
        if (!_lists.ContainsKey(concept))
            _lists[concept] = FormList.Of(concept, segment);
    }

    private Part Part(Clause clause) => clause switch
    {
        ConceptClause concept => Concept(concept.Concept),
        BagClause { Only: { } only } => Part(only),
        // Where an arrangement is all its words are: so they can be looked for first.
        PatternClause { Pattern: { NeedsAll: true } pattern } => new BagPart([new PatternPart(segment, pattern, Concept), .. pattern.Concepts.Distinct().Select(Concept)], [], [], [], []),
        PatternClause { Pattern: var pattern } => new BagPart([new PatternPart(segment, pattern, Concept)], [.. pattern.Concepts.Distinct().Select(Concept)], [], [], []),
        BagClause bag => new BagPart(
            [.. bag.Required.Select(Part)],
            [.. bag.Optional.Select(Part)],
            [.. bag.Prohibited.Select(Part)],
            [.. bag.Filters.Select(Part)],
            [.. bag.Neighbours.Select(pair => new NearnessPart(segment, Concept(pair.First), Concept(pair.Second), pair.Gap))]),
        FilterClause filter => new ValuePart(Postings(ClauseQueries.FilterTerm(filter.Field, filter.Value)), scratch.Buffers),
        DateClause date => new DatePart(segment.Segment.Reader, date.Span),
        _ => throw new InvalidOperationException($"Nothing opens {clause.GetType().Name}."),
    };

    private ConceptPart Concept(BoundConcept concept)
    {
        if (!_concepts.TryGetValue(concept, out var part))
            _concepts[concept] = part = new(segment, concept, _concepts.Count, _lists[concept], scratch);
        return part;
    }

    private BlockPostings? Postings(Term term)
    {
        var terms = segment.Segment.Fields.GetTerms(term.Field)?.GetEnumerator();
        return terms is not null && terms.SeekExact(term.Bytes) ? new(segment.Segment.Fields.Files, ((WordState)terms.GetTermState()).Place) : null;
    }
}
