using System.Text.Json;
using System.Text.Json.Serialization;
using SearchService.Engine.Alerts;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Http;
using SearchService.Pages;

namespace SearchService.Api;

/// <summary>A search to be saved: the members of a search's query string that decide which articles answer, and how it is called.</summary>
internal sealed record NewSavedSearch
{
    /// <summary>Misspelt members are refused, not passed over: a filter that has no effect would make another search of it.</summary>
    public static JsonSerializerOptions Options { get; } = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>What the feed is called, at most 200 characters; the query when absent.</summary>
    public string? Title { get; init; }

    /// <summary>The language of what the feed says by itself: hi (when absent) or en.</summary>
    public string? Language { get; init; }

    /// <summary>The query, in the query language; when absent, all articles that the filters let through.</summary>
    public string? Q { get; init; }

    /// <summary>First year, month or day: 2021, 2021-04, 2021-04-07.</summary>
    public string? From { get; init; }

    /// <summary>Last year, month or day, inclusive.</summary>
    public string? To { get; init; }

    /// <summary>Only articles of any of these categories.</summary>
    public IReadOnlyList<string>? Category { get; init; }

    /// <summary>Only articles of any of these agencies.</summary>
    public IReadOnlyList<string>? Agency { get; init; }

    /// <summary>Only articles datelined from any of these places.</summary>
    public IReadOnlyList<string>? Place { get; init; }

    /// <summary>Only articles by any of these authors.</summary>
    public IReadOnlyList<string>? Byline { get; init; }

    /// <summary>Only articles of any of these years.</summary>
    public IReadOnlyList<string>? Year { get; init; }

    /// <summary>on (when absent): words are also searched by what they are called in the other script and language; off: as they are.</summary>
    public string? Readings { get; init; }

    /// <summary>The search.</summary>
    public SearchParameters ToParameters() => new()
    {
        Q = Q,
        From = From,
        To = To,
        Category = Category ?? [],
        Agency = Agency ?? [],
        Place = Place ?? [],
        Byline = Byline ?? [],
        Year = Year ?? [],
        Readings = Readings,
    };
}

/// <summary>A saved search.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Language">hi or en.</param>
/// <param name="Q">The query as written.</param>
/// <param name="From">First year, month or day.</param>
/// <param name="To">Last year, month or day, inclusive.</param>
/// <param name="Category">Categories, any of them.</param>
/// <param name="Agency">Agencies, any of them.</param>
/// <param name="Place">Places, any of them.</param>
/// <param name="Byline">Authors, any of them.</param>
/// <param name="Year">Years, any of them.</param>
/// <param name="Readings">on or off; null for on.</param>
/// <param name="CreatedAt">When it was saved.</param>
/// <param name="Generation">Sequence number of the last change before: what arrives with a later one is matched.</param>
/// <param name="Articles">How many articles its feed has.</param>
/// <param name="LastMatchAt">When the last of them was matched; null when there is none.</param>
/// <param name="Search">The page of the same search over the whole archive.</param>
/// <param name="Feed">Its Atom feed.</param>
internal sealed record SavedSearchAnswer(
    string Id,
    string Title,
    string Language,
    string? Q,
    string? From,
    string? To,
    IReadOnlyList<string> Category,
    IReadOnlyList<string> Agency,
    IReadOnlyList<string> Place,
    IReadOnlyList<string> Byline,
    IReadOnlyList<string> Year,
    string? Readings,
    DateTimeOffset CreatedAt,
    long Generation,
    long Articles,
    DateTimeOffset? LastMatchAt,
    string Search,
    string Feed)
{
    /// <summary>The answer about a saved search.</summary>
    /// <param name="search">The search.</param>
    /// <param name="sum">How many articles its feed has, and when the last was matched.</param>
    /// <param name="root">Where the service is reached, without a slash at the end.</param>
    public static SavedSearchAnswer Of(SavedSearch search, (long Count, DateTimeOffset? Last) sum, string root) => new(
        search.Id,
        search.Title,
        search.Language,
        search.Asked.Q,
        search.Asked.From,
        search.Asked.To,
        search.Asked.Category,
        search.Asked.Agency,
        search.Asked.Place,
        search.Asked.Byline,
        search.Asked.Year,
        search.Asked.Readings,
        search.CreatedAt,
        search.Generation,
        sum.Count,
        sum.Last,
        root + SearchAddress.Page(search.Asked),
        root + SavedSearchesApi.Feed(search.Id));
}

/// <summary>Saved searches, the latest first.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Page">1-based page.</param>
/// <param name="PageSize">Saved searches a page.</param>
/// <param name="SavedSearches">Those of the page.</param>
/// <param name="MatchedTo">Sequence number of the change up to which everything that arrived has been matched.</param>
/// <param name="Warnings">Parameters that have no effect.</param>
internal sealed record SavedSearchList(long Total, int Page, int PageSize, IReadOnlyList<SavedSearchAnswer> SavedSearches, long MatchedTo, IReadOnlyList<Warning> Warnings);
