using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Ranking;

/// <summary>Turns clauses into Lucene queries.</summary>
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

    /// <summary>The term a filter value is indexed under; of an empty value one that no article has.</summary>
    public static Term FilterTerm(FilterField field, string value)
        => new(IndexFields.Exact(FieldOf(field)), FilterValue.Printed(value) is { } printed ? FilterValue.Term(printed) : "");

    /// <summary>A query that decides and does not score.</summary>
    public static Query Condition(Query query) => new ConstantScoreQuery(query) { Boost = 0 };

    private static string FieldOf(FilterField field) => field switch
    {
        FilterField.Category => IndexFields.Category,
        FilterField.Agency => IndexFields.Agency,
        FilterField.Place => IndexFields.Place,
        _ => IndexFields.Byline,
    };

    private BooleanQuery Of(Pattern pattern)
    {
        var query = new BooleanQuery(true) { { new PatternQuery(pattern, statistics), Occur.MUST } };
        foreach (var concept in pattern.Concepts.Distinct())
            query.Add(new ConceptQuery(concept, statistics), Occur.SHOULD);
        return query;
    }

    private BooleanQuery Of(BagClause bag)
    {
        var query = new BooleanQuery(true);
        foreach (var part in bag.Required)
            query.Add(Of(part), Occur.MUST);
        foreach (var filter in bag.Filters)
            query.Add(Of(filter), Occur.MUST);
        foreach (var part in bag.Prohibited)
            query.Add(Of(part), Occur.MUST_NOT);

        if (bag.IsOpen)
        {
            if (bag.Filters.Count == 0)
                query.Add(Condition(new MatchAllDocsQuery()), Occur.MUST);
            return query;
        }

        // With a filter or a prohibition beside them, the optional words must still hold one article among themselves.
        var optional = bag.Required.Count == 0 && query.Clauses.Count > 0 ? new BooleanQuery(true) : query;
        foreach (var part in bag.Optional)
            optional.Add(Of(part), Occur.SHOULD);
        foreach (var pair in bag.Neighbours)
            optional.Add(new ProximityQuery(pair.First, pair.Second, pair.Gap, statistics), Occur.SHOULD);
        if (!ReferenceEquals(optional, query))
            query.Add(optional, Occur.MUST);
        return query;
    }
}
