using SearchService.Engine.Indexing;

namespace SearchService.Engine.Querying;

/// <summary>
/// A search as a caller wrote it: query string members or command line options, not yet checked.
/// <see cref="SearchRequest.TryCreate"/> checks them once.
/// </summary>
public sealed record SearchParameters
{
    /// <summary>The query, in the query language; empty finds everything the filters let through.</summary>
    public string? Q { get; init; }

    /// <summary>1-based page, as written; page × pageSize at most 10,000.</summary>
    public string? Page { get; init; }

    /// <summary>Hits a page, 1 to 100; 10 when null.</summary>
    public string? PageSize { get; init; }

    /// <summary>The <c>nextCursor</c> of an earlier response; then <see cref="Page"/> must be absent.</summary>
    public string? Cursor { get; init; }

    /// <summary>First day, month or year searched: 2021, 2021-04, 2021-04-07.</summary>
    public string? From { get; init; }

    /// <summary>Last day, month or year searched, inclusive.</summary>
    public string? To { get; init; }

    /// <summary>Categories, any of them.</summary>
    public IReadOnlyList<string> Category { get; init; } = [];

    /// <summary>Agencies, any of them.</summary>
    public IReadOnlyList<string> Agency { get; init; } = [];

    /// <summary>Places, any of them.</summary>
    public IReadOnlyList<string> Place { get; init; } = [];

    /// <summary>Authors, any of them.</summary>
    public IReadOnlyList<string> Byline { get; init; } = [];

    /// <summary>Years on the papers' calendar, any of them: 2021.</summary>
    public IReadOnlyList<string> Year { get; init; } = [];

    /// <summary><c>relevance</c> (default), <c>newest</c> or <c>oldest</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>Comma-separated facets to count: category, agency, place, byline, year; none when null.</summary>
    public string? Facets { get; init; }

    /// <summary><c>on</c> (default): words are also searched by what they are called in the other script and language; <c>off</c>: as they are, with spellings and inflections.</summary>
    public string? Readings { get; init; }

    /// <summary><c>on</c> (default): a query without a hit is answered by what its misspelt words were probably meant to be, and better spellings are offered; <c>off</c>: the query as it is written.</summary>
    public string? Corrections { get; init; }

    /// <summary><c>fold</c>: of articles that are copies of one text only the one that stands first; <c>show</c>: all of them.</summary>
    public string? Duplicates { get; init; }

    /// <summary><c>articles</c> (default) or <c>stories</c>: what facets and timelines count.</summary>
    public string? Count { get; init; }

    /// <summary>Whether copies are folded where <see cref="Duplicates"/> does not say; a list that is to be whole, or a feed, shows them.</summary>
    public bool FoldByDefault { get; init; } = true;

    /// <summary>Read bad query syntax as plain words, with a warning, instead of refusing it: what a search page wants.</summary>
    public bool Lenient { get; init; }

    /// <summary>Read the query as words alone, any of them, with no syntax at all: what an evaluation with other people's topics wants.</summary>
    public bool PlainText { get; init; }

    /// <summary>The values of a facet that the search is narrowed to; any of them.</summary>
    /// <param name="facet">One of <see cref="SearchRequest.AllFacets"/>.</param>
    public IReadOnlyList<string> Selected(string facet) => facet switch
    {
        IndexFields.Category => Category,
        IndexFields.Agency => Agency,
        IndexFields.Place => Place,
        IndexFields.Byline => Byline,
        IndexFields.Year => Year,
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "There is no such facet."),
    };

    /// <summary>The search narrowed to other values of a facet.</summary>
    /// <param name="facet">One of <see cref="SearchRequest.AllFacets"/>.</param>
    /// <param name="values">In place of those there are.</param>
    public SearchParameters Selecting(string facet, IReadOnlyList<string> values) => facet switch
    {
        IndexFields.Category => this with { Category = values },
        IndexFields.Agency => this with { Agency = values },
        IndexFields.Place => this with { Place = values },
        IndexFields.Byline => this with { Byline = values },
        IndexFields.Year => this with { Year = values },
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "There is no such facet."),
    };

    /// <summary>What says which articles answer, without what says how they are shown: order, page and facets.</summary>
    internal SearchParameters WhichArticles() => this with { Sort = null, Page = null, PageSize = null, Cursor = null, Facets = null, Count = null };
}
