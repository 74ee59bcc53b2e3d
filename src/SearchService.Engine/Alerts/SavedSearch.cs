using SearchService.Engine.Querying;

namespace SearchService.Engine.Alerts;

/// <summary>A search that is kept and matched against the articles that arrive.</summary>
public sealed record SavedSearch
{
    /// <summary>Its name in addresses: twelve digits of base 16, never given twice.</summary>
    public required string Id { get; init; }

    /// <summary>What its feed is called; empty for a search without words that was given no title.</summary>
    public required string Title { get; init; }

    /// <summary>The language of what its feed says by itself: hi or en.</summary>
    public required string Language { get; init; }

    /// <summary>The query and its filters as they were written.</summary>
    public required SearchParameters Asked { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Sequence number of the last change before it was saved: what arrived with a later one is matched.</summary>
    public required long Generation { get; init; }

    /// <summary>Its number in the store.</summary>
    internal long Number { get; init; }

    /// <summary>
    /// The search that is made of it. Misspelt words are not put right: whether they are depends on what else the archive holds, and a feed
    /// would change its mind.
    /// </summary>
    internal static SearchParameters Searched(SearchParameters asked) => Kept(asked) with { Corrections = "off" };

    /// <summary>What of the parameters decides which articles answer.</summary>
    internal static SearchParameters Kept(SearchParameters asked) =>
        asked with { Page = null, PageSize = null, Cursor = null, Sort = null, Facets = null, Count = null, Corrections = null, Lenient = false };
}
