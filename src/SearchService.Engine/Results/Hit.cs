using SearchService.Articles;

namespace SearchService.Engine.Results;

/// <summary>One article of a result page.</summary>
public sealed record Hit
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>BM25 over concepts; comparable within one response only. 0 when sorted by date without a query.</summary>
    public required double Score { get; init; }

    /// <summary>Address at the source.</summary>
    public string? Url { get; init; }

    /// <summary>Hindi headline.</summary>
    public required string Headline { get; init; }

    /// <summary>English web title.</summary>
    public required string WebTitle { get; init; }

    /// <summary>When it was published; when it was updated, where only that is known.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Section of the paper.</summary>
    public string? Category { get; init; }

    /// <summary>News agency.</summary>
    public string? Agency { get; init; }

    /// <summary>Place of the dateline.</summary>
    public string? Place { get; init; }

    /// <summary>The paper or site it is from.</summary>
    public string? Source { get; init; }

    /// <summary>How many other copies of its text match too, in other papers or under other headlines; 0 where they are not counted, as in a saved search's matches.</summary>
    public int Copies { get; init; }

    /// <summary>The evidence, field by field: headline, webTitle, body. A body always has a passage, marked or not.</summary>
    public required IReadOnlyList<Highlight> Highlights { get; init; }

    /// <summary>An article as a hit.</summary>
    internal static Hit Of(Article article, double score, int copies, IReadOnlyList<Highlight> highlights) => new()
    {
        Id = article.Id,
        Score = Math.Round(score, 5),
        Url = article.Url,
        Headline = article.Headline,
        WebTitle = article.WebTitle,
        PublishedAt = article.PublishedAt ?? article.UpdatedAt,
        Category = article.Category,
        Agency = article.Agency,
        Place = article.Place,
        Source = article.Source,
        Copies = copies,
        Highlights = highlights,
    };
}

/// <summary>A passage with the words that answered.</summary>
/// <param name="Field">headline, webTitle or body.</param>
/// <param name="Text">The passage: the whole headline or web title, the best sentences of the body.</param>
/// <param name="Spans">[start, length] of each marked word in UTF-16 units of <paramref name="Text"/>, in order, not overlapping, on whole orthographic syllables.</param>
/// <param name="Html"><paramref name="Text"/> escaped for HTML, with <c>&lt;mark&gt;</c> around each span and no other tag.</param>
public sealed record Highlight(string Field, string Text, IReadOnlyList<int[]> Spans, string Html);
