using AngleSharp.Dom;
using SearchService.Articles.PageParts;

namespace SearchService.Articles.HtmlPages;

/// <summary>Takes what JSON-LD left open from meta elements: OpenGraph, <c>article:*</c>, microdata, plain names.</summary>
internal static class MetaParts
{
    /// <summary>Fills the parts that are still missing.</summary>
    public static void Fill(IDocument page, PageDraft draft)
    {
        draft.Url ??= WebAddress.Parse(page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href")) ?? WebAddress.Parse(Content(page, "og:url"));
        draft.PublishedAt ??= PageTime.Parse(
            Content(page, "article:published_time", "og:published_time", "datePublished", "publish-date", "pubdate", "date"));
        draft.UpdatedAt ??= PageTime.Parse(Content(page, "article:modified_time", "og:updated_time", "dateModified", "lastmod", "last-modified"));
        draft.Category ??= Text(page, "article:section", "articleSection", "section");
        draft.Source ??= Text(page, "og:site_name", "application-name");
        draft.Language ??= page.DocumentElement.GetAttribute("lang") is { Length: > 0 } lang ? lang.Trim() : Text(page, "og:locale")?.Replace('_', '-');
        if (draft.Tags.Count == 0) draft.Tags = Tags(page);
        if (draft.Agency is null && draft.Byline is null
            && Text(page, "article:author", "author", "byl", "dc.creator") is { } author && WebAddress.Parse(author) is null)
        {
            if (author.StartsWith("By ", StringComparison.OrdinalIgnoreCase)) author = author[3..].TrimStart();
            PageSorter.Credit(author, draft);
        }
    }

    /// <summary>Titles the page gives itself, best first: those of meta elements, then the title element; site names cut off.</summary>
    public static IEnumerable<string> Titles(IDocument page, string? site)
    {
        var element = HtmlText.Line(page.QuerySelector("head > title")?.TextContent);
        string?[] titles = [Text(page, "og:title"), Text(page, "twitter:title"), Text(page, "title"), element];
        return titles.Where(title => !string.IsNullOrEmpty(title)).Select(title => WithoutSite(title!, site));
    }

    private static string[] Tags(IDocument page)
    {
        var tags = page.QuerySelectorAll("meta[property='article:tag']").Select(meta => meta.GetAttribute("content")).ToList();
        if (tags.Count == 0) tags = [.. (Content(page, "news_keywords", "keywords") ?? "").Split(',')];
        return [.. tags.Select(HtmlText.Line).Where(tag => tag.Length > 0).Distinct()];
    }

    private static string? Text(IDocument page, params ReadOnlySpan<string> names) =>
        HtmlText.Line(Content(page, names)) is { Length: > 0 } text ? text : null;

    private static string? Content(IDocument page, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var meta in page.QuerySelectorAll("meta[content]"))
            {
                var key = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
                if (!name.Equals(key, StringComparison.OrdinalIgnoreCase)) continue;
                if (meta.GetAttribute("content") is { } content && !string.IsNullOrWhiteSpace(content)) return content;
            }
        }
        return null;
    }

    // "Headline - Site" and "Headline | Site": only the site's own name is cut off, a headline may hold both signs.
    private static string WithoutSite(string title, string? site)
    {
        if (string.IsNullOrEmpty(site) || !title.EndsWith(site, StringComparison.OrdinalIgnoreCase)) return title;
        var rest = title[..^site.Length].TrimEnd();
        return rest.Length > 1 && rest[^1] is '|' or '-' or '–' or '—' or ':' or '»' ? rest[..^1].TrimEnd() : title;
    }
}
