using SearchService.Articles;

namespace SearchService.Engine.Citing;

/// <summary>What citations tell of an article: each text on one line, in NFC; null where the article does not say it.</summary>
internal sealed record CitedArticle
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>Headline as printed; the web title of an article without one; null when it has neither.</summary>
    public string? Title { get; init; }

    /// <summary>English web title, where there is a headline that it renders.</summary>
    public string? Translation { get; init; }

    /// <summary>
    /// The author as printed, or the agency where none is named. It is one name that is never taken apart: which word of a byline is the
    /// family's, and whether it is of one person, is not known.
    /// </summary>
    public string? Author { get; init; }

    /// <summary>The agency, where the author is somebody else.</summary>
    public string? Agency { get; init; }

    /// <summary>The paper.</summary>
    public string? Paper { get; init; }

    /// <summary>Section of the paper.</summary>
    public string? Section { get; init; }

    /// <summary>Place of the dateline: where the report is from, not where the paper appears.</summary>
    public string? Place { get; init; }

    /// <summary>The day it appeared, at its own offset; when it was changed where only that is known.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Address at the source, or else in the archive; only letters of ASCII.</summary>
    public string? Url { get; init; }

    /// <summary>Where the archive holds it.</summary>
    public ArchiveLink? Link { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>Keywords of the source.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Agency and place, for formats with a field for notes.</summary>
    public string? Note => (Agency, Place) is (null, null) ? null : string.Join(", ", new[] { Agency, Place }.OfType<string>());

    /// <summary>The parts of an article.</summary>
    public static CitedArticle Of(Article article, ArchiveLink? link)
    {
        var (headline, webTitle) = (OneLine.Of(article.Headline), OneLine.Of(article.WebTitle));
        var (byline, agency) = (OneLine.Of(article.Byline), OneLine.Of(article.Agency));
        return new()
        {
            Id = article.Id,
            Title = headline ?? webTitle,
            Translation = headline is null || webTitle == headline ? null : webTitle,
            Author = byline ?? agency,
            Agency = byline is null || byline == agency ? null : agency,
            Paper = OneLine.Of(article.Source),
            Section = OneLine.Of(article.Category),
            Place = OneLine.Of(article.Place),
            Day = (article.PublishedAt ?? article.UpdatedAt) is { } time ? DateOnly.FromDateTime(time.DateTime) : null,
            Url = Uri.TryCreate(article.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : link?.Address,
            Link = link,
            Language = OneLine.Of(article.Language),
            Tags = [.. article.Tags.Select(OneLine.Of).OfType<string>()],
        };
    }
}
