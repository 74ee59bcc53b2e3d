using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.Stories;

namespace SearchService.Engine.Results;

/// <summary>What one pass over the matches of a query found.</summary>
/// <param name="Clause">The query as bound.</param>
/// <param name="Words">Its words.</param>
/// <param name="Warnings">What was capped.</param>
/// <param name="Total">How many articles match.</param>
/// <param name="Ranked">The best of them, best first, down to the one after the page.</param>
/// <param name="Facets">The facets counted.</param>
/// <param name="Stories">The stories of the snapshot; null while they are not known.</param>
/// <param name="Counted">Counts the stories of the matches; null where every article is a story of its own, or that is not known.</param>
internal sealed record FoundArticles(
    Clause Clause, List<BoundConcept> Words, List<Warning> Warnings, long Total, RankedArticle[] Ranked, FacetTotals Facets, SnapshotStories? Stories, StoryCounter? Counted)
{
    /// <summary>How many stories match; null while that is not known.</summary>
    public long? StoryTotal => Stories is null ? null : Counted?.Of(Total) ?? Total;
}
