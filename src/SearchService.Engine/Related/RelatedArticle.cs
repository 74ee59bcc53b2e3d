using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using SearchService.Articles;

namespace SearchService.Engine.Related;

/// <summary>An article in a list beside another article.</summary>
public record RelatedArticle
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>Address at the source.</summary>
    public string? Url { get; init; }

    /// <summary>Hindi headline.</summary>
    public required string Headline { get; init; }

    /// <summary>English web title.</summary>
    public required string WebTitle { get; init; }

    /// <summary>When it was published; when it was updated, where only that is known.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The paper or site it is from.</summary>
    public string? Source { get; init; }

    /// <summary>News agency.</summary>
    public string? Agency { get; init; }

    /// <summary>Section of the paper.</summary>
    public string? Category { get; init; }

    /// <summary>Place of the dateline.</summary>
    public string? Place { get; init; }

    internal static RelatedArticle Of(Article article) => new()
    {
        Id = article.Id,
        Url = article.Url,
        Headline = article.Headline,
        WebTitle = article.WebTitle,
        PublishedAt = article.PublishedAt ?? article.UpdatedAt,
        Source = article.Source,
        Agency = article.Agency,
        Category = article.Category,
        Place = article.Place,
    };
}

/// <summary>An article of a story.</summary>
public sealed record ArticleCopy : RelatedArticle
{
    [SetsRequiredMembers]
    private ArticleCopy(RelatedArticle article)
        : base(article)
    {
    }

    /// <summary>Whether it is the article that was asked about.</summary>
    public required bool IsThis { get; init; }

    /// <summary>Whether it was published before all others of the story; false for all where none has a time.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>Share of its words, 0 to 1, that stand in rows of three and more which the article asked about has too.</summary>
    public required double SharedOfCopy { get; init; }

    /// <summary>Share of the words of the article asked about, 0 to 1, that stand in such rows of this one.</summary>
    public required double SharedOfArticle { get; init; }

    internal static ArticleCopy Of(Article article, Article asked, bool isFirst)
    {
        var shared = SharedWords.Of(asked.Body, article.Body);
        return new(RelatedArticle.Of(article))
        {
            IsThis = article.Id == asked.Id,
            IsFirst = isFirst,
            SharedOfCopy = article.Id == asked.Id ? 1 : Math.Round(shared.OfOther, 3),
            SharedOfArticle = article.Id == asked.Id ? 1 : Math.Round(shared.OfOne, 3),
        };
    }
}

/// <summary>An article on the same matter as another.</summary>
public sealed record SimilarArticle : RelatedArticle
{
    [SetsRequiredMembers]
    private SimilarArticle(RelatedArticle article)
        : base(article)
    {
    }

    /// <summary>Its score for the words of the article asked about, as a share of what that article scores itself: 0 to 1, above 1 where it is more of the same.</summary>
    public required double Similarity { get; init; }

    /// <summary>How many other copies of its text the archive has.</summary>
    [JsonPropertyOrder(1)]
    public required int Copies { get; init; }

    internal static SimilarArticle Of(Article article, double similarity, int copies) => new(RelatedArticle.Of(article))
    {
        Similarity = Math.Round(similarity, 3),
        Copies = copies,
    };
}
