using SearchService.Engine.Results;

namespace SearchService.Engine.Concordances;

/// <summary>A page of a concordance.</summary>
public sealed record ConcordanceResponse
{
    /// <summary>What was asked and how it was read.</summary>
    public required QueryReading Query { get; init; }

    /// <summary>How many occurrences there are; exact.</summary>
    public required Total Total { get; init; }

    /// <summary>How many articles they are in.</summary>
    public required long Articles { get; init; }

    /// <summary>newest, oldest, left1 to left3 or right1 to right3.</summary>
    public required string Sort { get; init; }

    /// <summary>Words on either side.</summary>
    public required int Context { get; init; }

    /// <summary>1-based page, counted on by the cursor.</summary>
    public required int Page { get; init; }

    /// <summary>Lines a page.</summary>
    public required int PageSize { get; init; }

    /// <summary>Ask with this for the next page; null on the last one.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Time from query tree to response, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>Sequence number of the last change that the searched snapshot holds.</summary>
    public required long Generation { get; init; }

    /// <summary>The lines of this page.</summary>
    public required IReadOnlyList<ConcordanceLine> Lines { get; init; }

    /// <summary>Every cut, cap or reinterpretation that happened.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }
}

/// <summary>An occurrence of the query with the words around it.</summary>
/// <param name="ArticleId">The article it is in.</param>
/// <param name="PublishedAt">When that was published; when it was updated, where only that is known.</param>
/// <param name="Field">headline, webTitle or body.</param>
/// <param name="Start">Where the keyword starts in the field, in UTF-16 units.</param>
/// <param name="Length">Its length there, in UTF-16 units.</param>
/// <param name="Left">The text before it, as printed, on one line; with keyword and right in a row it is the field's text.</param>
/// <param name="Keyword">What answered, as printed.</param>
/// <param name="Right">The text after it.</param>
/// <param name="Headline">Headline of the article.</param>
/// <param name="Url">Its address at the source.</param>
public sealed record ConcordanceLine(
    string ArticleId, DateTimeOffset? PublishedAt, string Field, int Start, int Length, string Left, string Keyword, string Right, string Headline, string? Url);
