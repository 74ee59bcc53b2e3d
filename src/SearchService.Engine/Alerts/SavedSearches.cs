using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Alerts;

/// <summary>
/// The saved searches of one archive, and the articles that answered them as they arrived. They are kept with the articles, whatever becomes
/// of the index. Thread-safe.
/// </summary>
public sealed class SavedSearches : IDisposable
{
    /// <summary>Most saved searches of an archive.</summary>
    public const int Most = 10_000;

    /// <summary>Longest title, in UTF-16 units.</summary>
    public const int MostTitleCharacters = 200;

    /// <summary>Most matches of a search that are kept.</summary>
    public const int MostMatches = AlertMatcher.MostMatches;

    /// <summary>Languages that a feed can speak.</summary>
    public static readonly IReadOnlyList<string> Languages = ["hi", "en"];

    private readonly IndexedStore _articles;
    private readonly string _folder;
    private readonly AlertStore _store;
    private readonly AlertMatcher _matcher;

    internal SavedSearches(IndexedStore articles, ArchiveOptions options)
    {
        (_articles, _folder, _store) = (articles, options.Folder, new(articles.Store));
        _matcher = new(articles, _store, options.RefreshInterval);
        if (options.ReadOnly)
            return;
        // Its process was killed: what had come was not to be matched, and what was still to come is not here.
        if (_store.IsUnmatchedRun())
            _store.UnmatchedRun(begins: false);
        _matcher.Start();
    }

    /// <summary>How many there are.</summary>
    public long Count => _store.Count();

    /// <summary>Sequence number up to which everything that arrived has been matched. With it and <see cref="ArchiveStatus.Generation"/> the same, so are all matches.</summary>
    public long MatchedTo => _store.Matched();

    /// <summary>The saved searches, the latest first.</summary>
    /// <param name="skip">How many are passed over.</param>
    /// <param name="most">Most of them.</param>
    public IReadOnlyList<SavedSearch> List(int skip = 0, int most = int.MaxValue) => _store.List(skip, most);

    /// <summary>The saved search of an id, or null.</summary>
    public SavedSearch? Find(string id) => _store.Find(id);

    /// <summary>How many articles a search's feed has, and when the last of them was matched; null when none was.</summary>
    public (long Count, DateTimeOffset? Last) Sum(SavedSearch search) => _store.Sum(search);

    /// <summary>Saves a search; articles that arrive from now on are matched against it. On disk when this returns.</summary>
    /// <param name="title">What it is called; the query when blank.</param>
    /// <param name="language">hi (when null) or en.</param>
    /// <param name="asked">The search; its page, size, order, facets and corrections do not count.</param>
    /// <param name="saved">The saved search, when true is returned.</param>
    /// <param name="problem">Why it is refused, when false is returned; code <c>saved_searches_full</c> when there are as many as may be.</param>
    public bool TryAdd(string? title, string? language, SearchParameters asked, [NotNullWhen(true)] out SavedSearch? saved, [NotNullWhen(false)] out RequestProblem? problem)
    {
        saved = null;
        var name = string.IsNullOrWhiteSpace(title) ? SearchRequest.Cut(asked.Q) : title.Trim();
        if (title?.Trim().Length > MostTitleCharacters)
            problem = new("invalid_parameter", $"The title has {title.Trim().Length:N0} characters; at most {MostTitleCharacters} are kept.", "title");
        else if (language is not null && !Languages.Contains(language))
            problem = new("invalid_parameter", $"language is \"{(language.Length > 40 ? language[..40] + "…" : language)}\"; expected {string.Join(" or ", Languages)}.", "language");
        else if (SearchRequest.TryCreate(SavedSearch.Searched(asked), out _, out problem))
            problem = Kept(name, language ?? Languages[0], asked, out saved);
        return saved is not null;
    }

    /// <summary>Removes a search with its matches; false when there is none of that id.</summary>
    public bool Remove(string id) => Explaining(() =>
    {
        var removed = _store.Remove(id);
        _matcher.Changed();
        return removed;
    });

    /// <summary>The articles that answered a search since it was saved, the last to arrive first, each as it is now.</summary>
    /// <param name="search">The search.</param>
    /// <param name="cursor">The <see cref="MatchesResponse.NextCursor"/> of the page before; null for the first.</param>
    /// <param name="pageSize">Articles a page, from 1.</param>
    /// <param name="matches">The page, when true is returned; false for what is no cursor.</param>
    public bool TryMatches(SavedSearch search, string? cursor, int pageSize, [NotNullWhen(true)] out MatchesResponse? matches)
    {
        matches = null;
        if (!long.TryParse(cursor ?? long.MaxValue.ToString(CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var before))
            return false;
        // What has been matched is told as it was before the matches were read: then it says too little, never too much.
        var matched = MatchedTo;
        var rows = _store.Matches(search, before, pageSize + 1);
        var (total, _) = Sum(search);
        using var snapshot = _articles.Acquire();
        var page = rows.Take(pageSize).ToList();
        matches = new()
        {
            Total = total,
            Matches = Articles(snapshot, search, page),
            NextCursor = rows.Count > pageSize ? page[^1].Sequence.ToString(CultureInfo.InvariantCulture) : null,
            Generation = snapshot.Generation,
            MatchedTo = matched,
            Warnings = [.. Warnings(search, total)],
        };
        return true;
    }

    /// <summary>Waits until all that was acknowledged before the call is matched.</summary>
    /// <returns>How many new matches there are.</returns>
    public long CatchUp(IProgress<ArchiveProgress>? progress = null, CancellationToken cancellation = default) => Explaining(() =>
    {
        if (Count == 0)
            return 0;
        _articles.Refresh();
        return _matcher.CatchUp(progress, cancellation);
    });

    /// <inheritdoc/>
    public void Dispose() => _matcher.Dispose();

    /// <summary>Does a run of indexing, and matches what it brought when it has ended.</summary>
    internal T Matching<T>(Func<T> index, IProgress<ArchiveProgress>? progress, CancellationToken cancellation)
    {
        var report = index();
        CatchUp(progress, cancellation);
        return report;
    }

    /// <summary>Does a run of indexing that nothing is matched of; what arrived before it is matched first.</summary>
    internal T NotMatching<T>(Func<T> index, IProgress<ArchiveProgress>? progress, CancellationToken cancellation) => _matcher.WithoutRounds(() =>
    {
        if (Count == 0)
            return index();
        CatchUp(progress, cancellation);
        Explaining(() => _store.UnmatchedRun(begins: true));
        try
        {
            return index();
        }
        finally
        {
            Explaining(() => _store.UnmatchedRun(begins: false));
        }
    });

    private RequestProblem? Kept(string title, string language, SearchParameters asked, out SavedSearch? saved)
    {
        var search = new SavedSearch
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
            Title = title.Length > MostTitleCharacters ? title[..MostTitleCharacters] : title,
            Language = language,
            Asked = SavedSearch.Kept(asked),
            // As the store keeps it, in whole milliseconds.
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()),
            Generation = 0,
        };
        saved = Explaining(() => _store.Add(search, Most));
        if (saved is null)
            return new("saved_searches_full", $"The archive has {Most:N0} saved searches, as many as may be; remove one first.", "q");
        _matcher.Changed();
        return null;
    }

    private List<MatchedArticle> Articles(IndexSnapshot snapshot, SavedSearch search, List<AlertMatch> page)
    {
        var found = new List<MatchedArticle>(page.Count);
        if (!SearchRequest.TryCreate(SavedSearch.Searched(search.Asked), out var request, out _))
            return found;
        var highlighter = new Highlighter(new QueryBinder(snapshot.Searcher, snapshot.Searcher.Statistics, snapshot.Interpreter, request.Readings).Bind(request.Query));
        foreach (var match in page)
        {
            // What is removed while the page is made is not on it.
            if (_articles.Store.Find(match.Article) is { } article)
                found.Add(new(match.MatchedAt, match.IsUpdate ? "updated" : "added", Hit.Of(article, 0, 0, highlighter.Passages(article))));
        }

        return found;
    }

    private IEnumerable<Warning> Warnings(SavedSearch search, long total)
    {
        if (!SearchRequest.TryCreate(SavedSearch.Searched(search.Asked), out var request, out var problem))
            yield return new("query_unreadable", $"This version of the program does not read the saved query any more ({problem.Detail}); nothing is matched against it.");
        foreach (var warning in request?.Warnings ?? [])
            yield return warning;
        if (total >= MostMatches)
            yield return new("matches_capped", $"The {MostMatches:N0} articles that arrived last are kept; a search with the same query finds all.");
        if (_matcher.Fault is { } fault)
            yield return new("matching_behind", $"Articles that have just arrived could not be matched yet ({(StorageFaults.TryExplain(fault, "the archive", out var explained) ? explained.Code : "internal_error")}); it is tried again.");
    }

    private T Explaining<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is not ArchiveException && StorageFaults.TryExplain(fault, _folder, out var explained))
        {
            throw explained;
        }
    }

    private void Explaining(Action work) => Explaining(() =>
    {
        work();
        return 0;
    });
}
