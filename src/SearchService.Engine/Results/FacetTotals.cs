using SearchService.Engine.Querying;
using SearchService.Engine.Stories;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Results;

/// <summary>
/// The facets of one search, counted. A facet that the search is narrowed to values of is counted over what matches without that, so that
/// the other values can be seen and added: a pass of its own for each such facet; all others are counted in the pass over the matches.
/// </summary>
internal sealed class FacetTotals
{
    private readonly string[] _selected;
    private readonly List<FacetCounter> _counters = [];

    private readonly SnapshotStories? _stories;

    private FacetTotals(SearchRequest request, SnapshotStories? stories)
    {
        _stories = request.Count == CountBy.Stories ? stories : null;
        _selected = [.. request.Facets.Where(facet => request.Selected(facet).Count > 0)];
        if (request.Facets.Except(_selected).ToArray() is not { Length: > 0 } others)
            return;
        UnderAll = new(others, _stories);
        _counters.Add(UnderAll);
    }

    /// <summary>Counts in the pass over the matches; null when there is nothing to count in it.</summary>
    public FacetCounter? UnderAll { get; }

    /// <summary>Nothing counted yet.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="stories">The stories of the snapshot; null while they are not known.</param>
    public static FacetTotals Begin(SearchRequest request, SnapshotStories? stories) => new(request, stories);

    /// <summary>Counts the facets that the search is narrowed by.</summary>
    /// <param name="searcher">The snapshot.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="clause">The query as bound, without the request's filters.</param>
    public void CountOthers(ArchiveSearcher searcher, SearchRequest request, Clause clause)
    {
        foreach (var facet in _selected)
        {
            var counter = new FacetCounter([facet], _stories);
            using var search = new TopKSearch(searcher, request.Narrowed(clause, but: facet));
            // Sorted by relevance, a pass offers no article.
            MatchPass.Over(search, request with { Sort = SearchSort.Relevance }, new(1), request.After, counter, null);
            _counters.Add(counter);
        }
    }

    /// <summary>The counts, by facet and by the term that all spellings of a value share.</summary>
    public Dictionary<string, Dictionary<string, int>> Counts() =>
        _counters.SelectMany(counter => counter.Totals()).ToDictionary(facet => facet.Facet, facet => facet.Counts);
}
