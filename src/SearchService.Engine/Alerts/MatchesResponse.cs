using SearchService.Engine.Results;

namespace SearchService.Engine.Alerts;

/// <summary>A page of the articles that answered a saved search as they arrived.</summary>
public sealed record MatchesResponse
{
    /// <summary>How many articles there are on all pages.</summary>
    public required long Total { get; init; }

    /// <summary>The articles, the last to arrive first. An article that was changed and still answers has arrived again.</summary>
    public required IReadOnlyList<MatchedArticle> Matches { get; init; }

    /// <summary>What leads to the next page; null on the last one.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>Sequence number of the last change that searches see.</summary>
    public required long Generation { get; init; }

    /// <summary>Sequence number up to which everything that arrived has been matched.</summary>
    public required long MatchedTo { get; init; }

    /// <summary>What was cut, capped or has not been done yet.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }
}

/// <summary>An article that answered a saved search.</summary>
/// <param name="MatchedAt">When it was found to answer.</param>
/// <param name="Change">added or updated: what brought it.</param>
/// <param name="Article">The article as it is now, with the words marked that answer. Its score is 0: it was found by itself.</param>
public sealed record MatchedArticle(DateTimeOffset MatchedAt, string Change, Hit Article);
