using SearchService.Engine.Ranking;

namespace SearchService.Engine.Querying;

/// <summary>A query with its words looked up in one snapshot: what the index is asked and what the highlighter marks.</summary>
internal abstract record Clause;

/// <summary>Any form of a word, anywhere in the concept's fields.</summary>
internal sealed record ConceptClause(BoundConcept Concept) : Clause;

/// <summary>An arrangement of words in one field; its words score as concepts, and the arrangement on top.</summary>
internal sealed record PatternClause(Pattern Pattern) : Clause;

/// <summary>
/// All of <paramref name="Required"/>, none of <paramref name="Prohibited"/> and, where nothing is required, any of
/// <paramref name="Optional"/>; filters narrow and never score.
/// </summary>
/// <param name="Required">Parts that must be there.</param>
/// <param name="Optional">Parts that are better there; without a required part, at least one.</param>
/// <param name="Prohibited">Parts that must not be there.</param>
/// <param name="Filters">Conditions on whole values and dates.</param>
/// <param name="Neighbours">Words that stand side by side in the query and gain by doing so in an article.</param>
internal sealed record BagClause(
    IReadOnlyList<Clause> Required,
    IReadOnlyList<Clause> Optional,
    IReadOnlyList<Clause> Prohibited,
    IReadOnlyList<Clause> Filters,
    IReadOnlyList<Neighbours> Neighbours) : Clause
{
    /// <summary>Whether nothing positive is asked: then everything that is not prohibited answers.</summary>
    public bool IsOpen => Required.Count == 0 && Optional.Count == 0;

    /// <summary>The only part, if there is one part that is asked for and nothing else.</summary>
    public Clause? Only => Required.Count + Optional.Count == 1 && Prohibited.Count + Filters.Count + Neighbours.Count == 0
        ? Required.Concat(Optional).Single()
        : null;
}

/// <summary>Two words that follow each other in the query, <paramref name="Gap"/> places apart.</summary>
internal sealed record Neighbours(BoundConcept First, BoundConcept Second, int Gap);

/// <summary>A whole value of a filter field.</summary>
internal sealed record FilterClause(FilterField Field, string Value) : Clause;

/// <summary>Published on one of these days.</summary>
internal sealed record DateClause(DateSpan Span) : Clause;
