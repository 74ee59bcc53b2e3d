using SearchService.Articles.Dates;

namespace SearchService.Articles.HtmlPages;

/// <summary>Times in attributes and JSON-LD: ISO 8601, or a date for readers where a site was careless.</summary>
internal static class PageTime
{
    /// <summary>The time; null when there is none to be read.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return IsoStamp.TryParse(text, out var time) ? time : WrittenDate.Find(text);
    }
}
