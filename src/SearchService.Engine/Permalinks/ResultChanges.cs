using SearchService.Engine.Results;

namespace SearchService.Engine.Permalinks;

/// <summary>A search as it is now, and what has changed since an earlier state of the archive.</summary>
/// <param name="Now">What a permalink made now remembers.</param>
/// <param name="Since">The changes; null when no earlier state was named, or nothing can be told of it.</param>
/// <param name="Warnings">What was cut, capped or corrected, and why there is less to tell than was asked.</param>
public sealed record MarkedSearch(SearchMark Now, ResultChanges? Since, IReadOnlyList<Warning> Warnings);

/// <summary>
/// What changed in the results of a search. The archive remembers which articles were added, changed and removed, and when in its order of
/// changes, for as long as it exists; it does not keep what the changed and removed ones said before. So an article that is found now is
/// known to have been found then only if it is unchanged, and of a removed one it is not known whether it was found.
/// </summary>
public sealed record ResultChanges
{
    /// <summary>Sequence number of the last change that the earlier search saw.</summary>
    public required long Generation { get; init; }

    /// <summary>How many articles it found.</summary>
    public required long FoundThen { get; init; }

    /// <summary>How many articles are found now.</summary>
    public required long FoundNow { get; init; }

    /// <summary>Found now and as they were then.</summary>
    public required long Unchanged { get; init; }

    /// <summary>Found now, and added to the archive since.</summary>
    public required long Added { get; init; }

    /// <summary>Found now, in the archive then, and changed since: they may or may not have been found then.</summary>
    public required long Changed { get; init; }

    /// <summary>
    /// Found then and not as they were any more: changed, or removed from the archive. At most <see cref="Changed"/> of them are found now.
    /// </summary>
    public required long Lost { get; init; }

    /// <summary>In the archive then, changed since and not found now: those among them that were found then are counted in <see cref="Lost"/>.</summary>
    public required long ChangedElsewhere { get; init; }

    /// <summary>Removed from the archive since, whether they were found then or not, added since or not.</summary>
    public required long Removed { get; init; }

    /// <summary>The articles added or changed and found now, the latest change first; at most 100.</summary>
    public required IReadOnlyList<ChangedHit> Articles { get; init; }

    /// <summary>Ids of the articles removed, the latest first; at most 100.</summary>
    public required IReadOnlyList<string> RemovedIds { get; init; }
}

/// <summary>An article that is found and has come or changed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Change">added or changed.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="WebTitle">Its web title.</param>
/// <param name="PublishedAt">When it was published; when it was updated, where only that is known.</param>
public sealed record ChangedHit(string Id, string Change, string Headline, string WebTitle, DateTimeOffset? PublishedAt);
