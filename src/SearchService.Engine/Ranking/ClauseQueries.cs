using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Ranking;

/// <summary>
/// Turns clauses into Lucene queries that score every match, document by document: what a search means. Searches themselves are done by
/// <see cref="TopK.TopKSearch"/>, which is faster and must find the same.
/// </summary>
internal sealed class ClauseQueries(FieldStatistics statistics)
{
    /// <summary>The query of a clause.</summary>
    public Query Of(Clause clause) => clause switch
    {
        ConceptClause concept => new ConceptQuery(concept.Concept, statistics),
        PatternClause pattern => Of(pattern.Pattern),
        BagClause bag => Of(bag),
        FilterClause filter => Condition(new TermQuery(FilterTerm(filter.Field, filter.Value))),
        DateClause date => Condition(NumericRangeQuery.NewInt64Range(IndexFields.Date, date.Span.FirstSecond, date.Span.LastSecond, true, true)),
        _ => throw new InvalidOperationException($"No query is known for {clause.GetType().Name}."),
    };

    /// <summary>The term a filter value is indexed under, in whatever spelling it is given; of an empty value one that no article has.</summary>
    public static Term FilterTerm(FilterField field, string value)
        => new(IndexFields.Exact(FilterFields.NameOf(field)), FilterValue.Term(FilterFields.NameOf(field), value));

    private static ConstantScoreQuery Condition(Query query) => new ConstantScoreQuery(query) { Boost = 0 };

    private BagQuery Of(Pattern pattern)
        => new([new PatternQuery(pattern, statistics)], [.. pattern.Concepts.Distinct().Select(concept => new ConceptQuery(concept, statistics))], [], [], []);

    private BagQuery Of(BagClause bag) => new(
        [.. bag.Required.Select(Of)],
        [.. bag.Optional.Select(Of)],
        [.. bag.Prohibited.Select(Of)],
        [.. bag.Filters.Select(Of)],
        [.. bag.Neighbours.Select(pair => new ProximityQuery(pair.First, pair.Second, pair.Gap, statistics))]);
}
