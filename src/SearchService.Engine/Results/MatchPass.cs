using SearchService.Engine.Querying;
using SearchService.Engine.Stories;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Results;

/// <summary>The pass over all matches, which scores nothing: the total, facets, and the order by date.</summary>
internal sealed class MatchPass
{
    private readonly SearchRequest _request;
    private readonly ArticleOffers _offers;
    private readonly FacetCounter? _facets;
    private readonly StoryCounter? _stories;
    private SegmentView? _segment;
    private DateOrder? _dates;
    private long _total;

    private MatchPass(SearchRequest request, TopArticles best, Cursor? after, FacetCounter? facets, StoryCounter? stories)
        => (_request, _offers, _facets, _stories) = (request, new(best, after), facets, stories);

    /// <summary>Looks at every match where it has to, and else only counts them.</summary>
    /// <param name="search">The search.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="best">Where articles are offered if they are sorted by date.</param>
    /// <param name="after">Articles up to this one are not offered.</param>
    /// <param name="facets">Facets to count; null for none.</param>
    /// <param name="stories">Counts the stories of the matches; null where there are none.</param>
    /// <returns>How many articles match.</returns>
    public static long Over(TopKSearch search, SearchRequest request, TopArticles best, Cursor? after, FacetCounter? facets, StoryCounter? stories)
    {
        if (facets is null && request.Sort == SearchSort.Relevance && request.After is null)
            return search.Count(stories);
        var pass = new MatchPass(request, best, after, facets, stories);
        if (facets is null && request.After is null)
            search.ForEachSegment(pass.Visit);
        else
            search.ForEach(pass.Enter, pass.Visit);
        return pass._total;
    }

    private void Enter(SegmentView segment)
    {
        _segment = segment;
        _facets?.Enter(segment.Segment);
        _stories?.Enter(segment.Segment);
        _dates = _request.Sort == SearchSort.Relevance ? null : new(segment.Segment.Reader, _request.Sort);
    }

    // Where nothing but their dates has to be looked at.
    private void Visit(SegmentView segment, ulong[] matches)
    {
        Enter(segment);
        _total += WindowSet.Count(matches);
        _stories?.Count(new Window(0, 0, segment.Documents), matches);
        for (var document = WindowSet.Next(matches, 0); document >= 0; document = WindowSet.Next(matches, document + 1))
            _offers.Offer(segment, document, _dates!.Of(document), 0);
    }

    private void Visit(int document)
    {
        if (_request.After is { } after && _segment!.Sequences.Get(document) > after.Generation)
            return;
        _total++;
        _facets?.Count(document);
        _stories?.Count(document);
        if (_dates is not null)
            _offers.Offer(_segment!, document, _dates.Of(document), 0);
    }
}
