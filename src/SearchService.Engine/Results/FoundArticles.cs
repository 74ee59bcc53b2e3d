using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.Results;

/// <summary>What one pass over the matches of a query found.</summary>
/// <param name="Clause">The query as bound.</param>
/// <param name="Words">Its words.</param>
/// <param name="Warnings">What was capped.</param>
/// <param name="Total">How many articles match.</param>
/// <param name="Ranked">The best of them, best first, down to the one after the page.</param>
/// <param name="Facets">The facets counted.</param>
internal sealed record FoundArticles(
    Clause Clause, List<BoundConcept> Words, List<Warning> Warnings, long Total, RankedArticle[] Ranked, FacetTotals Facets);
