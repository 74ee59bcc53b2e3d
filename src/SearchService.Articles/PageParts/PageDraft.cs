namespace SearchService.Articles.PageParts;

/// <summary>Parts of one page as they are found; what is found first stays.</summary>
internal sealed class PageDraft
{
    public string? Url { get; set; }

    public string? Headline { get; set; }

    public string? WebTitle { get; set; }

    public string? Category { get; set; }

    public string? Agency { get; set; }

    public string? Byline { get; set; }

    public string? Place { get; set; }

    public string? Dateline { get; set; }

    public string? Disclaimer { get; set; }

    public string? Language { get; set; }

    public string? Source { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public PublishingTimes Times { get; } = new();

    public IReadOnlyList<string> Tags { get; set; } = [];

    public string Body { get; set; } = "";

    /// <summary>The article, with the id its url or its lasting parts give; null when neither headline nor body holds text.</summary>
    public Article? ToArticle()
    {
        if (string.IsNullOrEmpty(Headline) && Body.Length == 0) return null;
        var article = new Article
        {
            Id = Url ?? "",
            Url = Url,
            Headline = Headline ?? "",
            WebTitle = WebTitle ?? "",
            Body = Body,
            PublishedAt = PublishedAt ?? Times.Published ?? UpdatedAt,
            UpdatedAt = UpdatedAt ?? Times.Updated ?? PublishedAt,
            Category = NullIfEmpty(Category),
            Agency = NullIfEmpty(Agency),
            Byline = NullIfEmpty(Byline),
            Place = NullIfEmpty(Place),
            Dateline = NullIfEmpty(Dateline),
            Disclaimer = NullIfEmpty(Disclaimer),
            Tags = Tags,
            Language = NullIfEmpty(Language),
            Source = NullIfEmpty(Source),
        };
        return article.Id.Length > 0 ? article : article with { Id = DerivedId.Of(article) };
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
