using Lucene.Net.Index;
using SearchService.Engine.Postings;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>Opens clauses in one segment.</summary>
internal sealed class SegmentParts(SegmentView segment, Scratch scratch)
{
    // A few concepts, found faster one by one than by a hash.
    private readonly List<Opened> _concepts = [];
    private long _postings;

    /// <summary>Opens a whole query, and fits the segment's windows to it.</summary>
    public BagPart Open(Clause clause)
    {
        Look(clause);
        segment.Fit(_postings);
        var part = Part(clause);
        return part as BagPart ?? new([], [part], [], [], []);
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
                foreach (var parts in (ReadOnlySpan<IReadOnlyList<Clause>>)[bag.Required, bag.Optional, bag.Prohibited, bag.Filters])
                {
                    foreach (var part in parts)
                        Look(part);
                }

                foreach (var pair in bag.Neighbours)
                {
                    Look(pair.First);
                    Look(pair.Second);
                }

                break;
        }
    }

    private Opened Look(BoundConcept concept)
    {
        foreach (var known in _concepts)
        {
            if (ReferenceEquals(known.Concept, concept))
                return known;
        }

        var opened = new Opened(concept, _concepts.Count, FormList.Of(concept, segment));
        _concepts.Add(opened);
        foreach (var list in opened.Lists)
            _postings += list.Count;
        return opened;
    }

    private Part Part(Clause clause) => clause switch
    {
        ConceptClause concept => Concept(concept.Concept),
        BagClause { Only: { } only } => Part(only),
        // Where an arrangement is all its words are: so they can be looked for first.
        PatternClause { Pattern: { NeedsAll: true } pattern } => new BagPart([new PatternPart(segment, pattern, Concept), .. pattern.Concepts.Distinct().Select(Concept)], [], [], [], []),
        PatternClause { Pattern: var pattern } => new BagPart([new PatternPart(segment, pattern, Concept)], [.. pattern.Concepts.Distinct().Select(Concept)], [], [], []),
        BagClause bag => new BagPart(
            Parts(bag.Required),
            Parts(bag.Optional),
            Parts(bag.Prohibited),
            Parts(bag.Filters),
            [.. bag.Neighbours.Select(pair => new NearnessPart(segment, Concept(pair.First), Concept(pair.Second), pair.Gap))]),
        FilterClause filter => new ValuePart(Postings(ClauseQueries.FilterTerm(filter.Field, filter.Value)), scratch.Buffers),
        DateClause date => new DatePart(segment.Segment.Reader, date.Span),
        _ => throw new InvalidOperationException($"Nothing opens {clause.GetType().Name}."),
    };

    private Part[] Parts(IReadOnlyList<Clause> clauses)
    {
        if (clauses.Count == 0)
            return [];
        var parts = new Part[clauses.Count];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = Part(clauses[i]);
        return parts;
    }

    private ConceptPart Concept(BoundConcept concept)
    {
        var opened = Look(concept);
        return opened.Part ??= new(segment, concept, opened.Number, opened.Lists, scratch);
    }

    private BlockPostings? Postings(Term term)
    {
        var terms = segment.Segment.Fields.GetTerms(term.Field)?.GetEnumerator();
        return terms is not null && terms.SeekExact(term.Bytes) ? new(segment.Segment.Fields.Files, ((WordState)terms.GetTermState()).Place) : null;
    }

    private sealed class Opened(BoundConcept concept, int number, List<FormList> lists)
    {
        public BoundConcept Concept => concept;

        public int Number => number;

        public List<FormList> Lists => lists;

        public ConceptPart? Part { get; set; }
    }
}
