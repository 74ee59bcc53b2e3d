using AngleSharp.Dom;
using SearchService.Articles.PageParts;

namespace SearchService.Articles.HtmlPages;

/// <summary>Takes what no metadata gave from the page's own markup: headings, breadcrumb, times, author, and the paragraphs of the story.</summary>
internal static class MarkupParts
{
    private const string Furniture = "nav, aside, footer, form, template, noscript";

    /// <summary>Fills the parts that are still missing, but for the body.</summary>
    public static void Fill(IDocument page, IElement? story, PageDraft draft)
    {
        var heading = story?.QuerySelector("h1") ?? page.QuerySelectorAll("h1").FirstOrDefault(h => h.Closest(Furniture) is null);
        if (string.IsNullOrEmpty(draft.Headline)) draft.Headline = BlockText.Inline(heading);
        draft.Category ??= Breadcrumb(page, draft.Headline);
        var times = (story ?? page.Body)?.QuerySelectorAll("time[datetime]")
            .Where(time => time.Closest(Furniture) is null)
            .Select(time => (Updated: time.GetAttribute("itemprop") == "dateModified", Time: PageTime.Parse(time.GetAttribute("datetime"))))
            .Where(time => time.Time is not null).ToList() ?? [];
        draft.PublishedAt ??= times.Find(time => !time.Updated).Time;
        draft.UpdatedAt ??= times.Find(time => time.Updated).Time;
        BylineText.Fill(story, draft);
    }

    /// <summary>
    /// The element that holds the story: marked as such, else the article, main or other element with the most text in its own paragraphs.
    /// </summary>
    public static IElement? Story(IDocument page)
    {
        if (page.QuerySelector("[itemprop~=articleBody]") is { } marked && marked.TextContent.Length > 0) return marked;
        var weights = new Dictionary<IElement, int>();
        foreach (var paragraph in page.QuerySelectorAll("p"))
        {
            if (paragraph.ParentElement is not { } parent || paragraph.Closest(Furniture) is not null) continue;
            var length = paragraph.TextContent.Length;
            var holder = paragraph.Closest("article") ?? paragraph.Closest("main, [role=main]") ?? parent;
            weights[holder] = weights.GetValueOrDefault(holder) + length;
        }
        return weights.Count > 0
            ? weights.MaxBy(weight => weight.Value).Key
            : page.QuerySelector("article") ?? page.QuerySelector("main, [role=main]") ?? page.Body;
    }

    /// <summary>The story's paragraphs; without any marked as such, its blocks of text.</summary>
    public static List<PageLine> Paragraphs(IElement? story)
    {
        if (story is null) return [];
        var blocks = BlockText.Of(story, paragraphsOnly: true);
        if (!blocks.Exists(block => block.Any(char.IsLetter))) blocks = BlockText.Of(story, paragraphsOnly: false);
        return [.. blocks.Select(Decoding.PlainText.Line).Where(line => line.Length > 0).Select(line => new PageLine(line, AfterBlank: true))];
    }

    private static string? Breadcrumb(IDocument page, string? headline)
    {
        var entries = page.QuerySelectorAll("[class*=breadcrumb i] a, [aria-label*=breadcrumb i] a, [itemtype$=BreadcrumbList] a")
            .Select(BlockText.Inline).Where(name => name.Length > 0 && name != headline).ToList();
        // The first entry is the home page.
        return entries.Count > 1 ? entries[1] : null;
    }
}
