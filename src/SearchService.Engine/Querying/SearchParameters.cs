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

    /// <summary><c>relevance</c> (default), <c>newest</c> or <c>oldest</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>Comma-separated facets to count: category, agency, place, year; none when null.</summary>
    public string? Facets { get; init; }

    /// <summary><c>on</c> (default): words are also searched by what they are called in the other script and language; <c>off</c>: as they are, with spellings and inflections.</summary>
    public string? Readings { get; init; }

    /// <summary><c>on</c> (default): a query without a hit is answered by what its misspelt words were probably meant to be, and better spellings are offered; <c>off</c>: the query as it is written.</summary>
    public string? Corrections { get; init; }

    /// <summary><c>fold</c>: of articles that are copies of one text only the one that stands first; <c>show</c>: all of them.</summary>
    public string? Duplicates { get; init; }

    /// <summary>Whether copies are folded where <see cref="Duplicates"/> does not say; a list that is to be whole, or a feed, shows them.</summary>
    public bool FoldByDefault { get; init; } = true;

    /// <summary>Read bad query syntax as plain words, with a warning, instead of refusing it: what a search page wants.</summary>
    public bool Lenient { get; init; }

    /// <summary>Read the query as words alone, any of them, with no syntax at all: what an evaluation with other people's topics wants.</summary>
    public bool PlainText { get; init; }
}
