using SearchService.Engine.Querying;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Results;

/// <summary>The pass over all matches, which scores nothing: the total, facets, and the order by date.</summary>
internal sealed class MatchPass
{
    private readonly SearchRequest _request;
    private readonly ArticleOffers _offers;
    private readonly FacetCounter? _facets;
    private SegmentView? _segment;
    private DateOrder? _dates;
    private long _total;

    private MatchPass(SearchRequest request, TopArticles best, FacetCounter? facets)
        => (_request, _offers, _facets) = (request, new(best, request.After), facets);

    /// <summary>Looks at every match where it has to, and else only counts them.</summary>
    /// <param name="search">The search.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="best">Where articles are offered if they are sorted by date.</param>
    /// <param name="facets">Facets to count; null for none.</param>
    /// <returns>How many articles match.</returns>
    public static long Over(TopKSearch search, SearchRequest request, TopArticles best, FacetCounter? facets)
    {
        if (facets is null && request.Sort == SearchSort.Relevance && request.After is null)
            return search.Count();
        var pass = new MatchPass(request, best, facets);
        search.ForEach(pass.Enter, pass.Visit);
        return pass._total;
    }

    private void Enter(SegmentView segment)
    {
        _segment = segment;
        _facets?.Enter(segment.Segment.Reader);
        _dates = _request.Sort == SearchSort.Relevance ? null : new(segment.Segment.Reader, _request.Sort);
    }

    private void Visit(int document)
    {
        if (_request.After is { } after && _segment!.Sequences.Get(document) > after.Generation)
            return;
        _total++;
        _facets?.Count(document);
        if (_dates is not null)
            _offers.Offer(_segment!, document, _dates.Of(document), 0);
    }
}
