using SearchService.Engine.Querying;
using SearchService.Engine.Stories;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Results;

/// <summary>Finds the articles of a request's page and counts all matches, copies folded into stories where that is asked.</summary>
/// <param name="searcher">The snapshot.</param>
/// <param name="request">What is asked.</param>
/// <param name="clause">The request's query, bound and narrowed.</param>
/// <param name="stories">The stories of the snapshot; null while they are not known.</param>
internal sealed class RankedPage(ArchiveSearcher searcher, SearchRequest request, Clause clause, SnapshotStories? stories)
{
    private readonly SnapshotStories? _fold = request.Folds && stories is { Highest: > 0 } ? stories : null;

    /// <summary>How many articles match.</summary>
    public long Total { get; private set; }

    /// <summary>Counts the stories of the matches; null where every article is a story of its own, or that is not known.</summary>
    public StoryCounter? Stories { get; private set; }

    /// <summary>Finds the articles down to the one after the page.</summary>
    /// <param name="skipped">Articles before the page; 0 with a cursor.</param>
    /// <param name="facets">Facets to count; null for none.</param>
    public RankedArticle[] Find(int skipped, FacetCounter? facets)
    {
        if (_fold is null || request.After is not { } after)
            return Best(skipped + request.PageSize + 1, request.After, facets);
        // Stories of the pages before may have copies behind the cursor. So they are found again, and left out then.
        var from = new RankedArticle(0, after.Key, after.Sequence, 0);
        var needed = Math.Min(Array.MaxLength / 64, ((long)after.Page * request.PageSize) + 1);
        while (true)
        {
            var best = Best((int)needed, after with { Key = double.PositiveInfinity }, facets);
            var next = best.SkipWhile(article => !from.Before(article)).Take(request.PageSize + 1).ToArray();
            if (next.Length > request.PageSize || best.Length < needed)
                return next;
            // Pages before this one were of another size.
            needed *= 2;
            facets = null;
        }
    }

    private RankedArticle[] Best(int count, Cursor? after, FacetCounter? facets)
    {
        var best = new TopArticles(count, _fold);
        Stories?.Dispose();
        Stories = stories is { Highest: > 0 } ? new(stories) : null;
        using var search = new TopKSearch(searcher, clause);
        if (request.Sort == SearchSort.Relevance)
            search.Find(best, after);
        Total = MatchPass.Over(search, request, best, after, facets, Stories);
        return best.Sorted();
    }
}
