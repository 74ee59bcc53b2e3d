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

    /// <summary>Opens a whole query, and fits the segment's windows to it.</summary>
    public BagPart Open(Clause clause)
    {
        while (clause is BagClause { Only: { } only })
            clause = only;
        var together = clause is PatternClause { Pattern.NeedsAll: true } or BagClause { Required.Count: > 1 };
        segment.Fit(Postings(clause), together, clause is ConceptClause { Concept.KnownMaxima: var known } && known[segment] is not null);
        var part = Part(clause);
        return part as BagPart ?? new([], [part], [], [], []);
    }

    /// <summary>How many postings lead to matches: all, or of what is required those of its rarest part.</summary>
    private long Postings(Clause clause)
    {
        switch (clause)
        {
            case ConceptClause { Concept: var concept }:
                return Look(concept).Postings;
            case PatternClause { Pattern: { NeedsAll: true } pattern }:
                return pattern.Concepts.Min(concept => Look(concept).Postings);
            case PatternClause { Pattern: var pattern }:
                return pattern.Concepts.Sum(concept => Look(concept).Postings);
            case BagClause { Required.Count: > 0 } bag:
                return bag.Required.Min(Postings);
            case BagClause { Optional.Count: > 0 } bag:
                return bag.Optional.Sum(Postings);
            case BagClause:
                return 0;
            default:
                return segment.Documents;
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
        if (opened.Part is null && concept.KnownMaxima.IsDue(segment))
            new ConceptPart(new(segment.Segment), concept, opened.Number, opened.Lists, scratch).Learn();
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

        public long Postings { get; } = lists.Sum(list => (long)list.Count);

        public ConceptPart? Part { get; set; }
    }
}
