namespace SearchService.Articles.JsonLines;

/// <summary>Text members of one line that an article knows.</summary>
internal enum Member
{
    Id,
    Url,
    Headline,
    WebTitle,
    Body,
    PublishedAt,
    UpdatedAt,
    Category,
    Agency,
    Byline,
    Place,
    Dateline,
    Disclaimer,
    Language,
    Source,
}
