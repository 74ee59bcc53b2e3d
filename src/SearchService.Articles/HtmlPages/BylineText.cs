using AngleSharp.Dom;
using SearchService.Articles.PageParts;

namespace SearchService.Articles.HtmlPages;

/// <summary>Reads the small line of authors and time that pages print under a headline: <c>पीटीआई-भाषा, दिनेश बिष्ट | 8 जनवरी 2023</c>.</summary>
internal static class BylineText
{
    private const string Selector =
        "[rel~=author], [itemprop~=author], .byline, .by-line, .author, .author-name, .meta, .post-meta, .entry-meta, .article-meta, .story-meta";
    private const int Longest = 200;
    private const int MostRead = 8;

    private static readonly char[] Between = [',', '(', ')', '/'];

    /// <summary>Takes agency, author and times where they are still missing.</summary>
    public static void Fill(IElement? story, PageDraft draft)
    {
        foreach (var element in story?.QuerySelectorAll(Selector).Take(MostRead) ?? [])
        {
            var text = BlockText.Inline(element);
            if (text.Length is 0 or > Longest) continue;
            draft.Times.Add("", text);
            if (text.StartsWith("By ", StringComparison.OrdinalIgnoreCase)) text = text[3..];
            foreach (var name in text.Split('|')[0].Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (PageSorter.IsName(name)) PageSorter.Credit(name, draft);
            }
        }
    }
}
