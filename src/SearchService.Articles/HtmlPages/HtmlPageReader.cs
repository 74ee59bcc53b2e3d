using AngleSharp.Dom;
using SearchService.Articles.Decoding;
using SearchService.Articles.PageParts;

namespace SearchService.Articles.HtmlPages;

/// <summary>
/// Reads an HTML page: JSON-LD first, then meta elements, then its own markup; each part from the first that has it. Scripts are never run,
/// nothing is loaded, and what comes out is plain text.
/// </summary>
internal static class HtmlPageReader
{
    /// <summary>The article, or a refusal when the page has neither headline nor body, or cannot be parsed within the bounds.</summary>
    /// <param name="html">The page as decoded.</param>
    /// <param name="file">Name of the source, for the refusal.</param>
    public static ReadOutcome Read(string html, string file)
    {
        try
        {
            var draft = new PageDraft();
            Fill(BoundedParser.Parse(html), draft);
            return draft.ToArticle() is { } article ? ReadOutcome.Of(article) : Refuse("The page has neither headline nor body; expected an article.");
        }
        catch (PageBoundException e)
        {
            return Refuse($"{e.Message}; expected a page for readers.");
        }
        catch (DomException e)
        {
            return Refuse($"The page cannot be parsed: {e.Message}");
        }

        ReadOutcome Refuse(string reason) => ReadOutcome.Of(new ReadFailure(file, null, reason, SourceExcerpt.Of(html)));
    }

    private static void Fill(IDocument page, PageDraft draft)
    {
        var (linked, section) = LinkedData.Find(page);
        var linkedBody = linked is { } data ? LinkedDataParts.Fill(data, draft) : "";
        MetaParts.Fill(page, draft);
        draft.Category ??= section;
        var story = MarkupParts.Story(page);
        MarkupParts.Fill(page, story, draft);
        var titles = MetaParts.Titles(page, draft.Source).ToList();
        draft.Headline = FirstFilled([draft.Headline, .. titles.Select(title => TitleLine.TrySplit(title)?.Headline), .. titles]);
        var given = draft.WebTitle;
        SortBody(Lines(linkedBody), MarkupParts.Paragraphs(story), draft);
        draft.WebTitle = FirstFilled([given, draft.WebTitle, .. titles.Select(EnglishTitle), UrlSlug.EnglishTitle(draft.Url)]);
    }

    // JSON-LD often has the body in one line, or only its beginning. The markup that begins with the same words is better: it has paragraphs.
    private static void SortBody(List<PageLine> linked, List<PageLine> markup, PageDraft draft)
    {
        if (linked.Count == 0)
        {
            PageSorter.Sort(markup, draft);
            return;
        }
        var (fromLinked, fromMarkup) = (new PageDraft { Headline = draft.Headline }, new PageDraft { Headline = draft.Headline });
        PageSorter.Sort(linked, fromLinked);
        PageSorter.Sort(markup, fromMarkup);
        var isSame = SameText.Key(fromMarkup.Body).StartsWith(SameText.Key(fromLinked.Body), StringComparison.Ordinal);
        PageSorter.Sort(isSame ? markup : linked, draft);
        foreach (var other in new[] { fromLinked, fromMarkup })
        {
            draft.Disclaimer ??= other.Disclaimer;
            draft.Source ??= other.Source;
            draft.Byline ??= other.Byline;
            draft.Agency ??= other.Agency;
            draft.WebTitle ??= other.WebTitle;
        }
    }

    // In a body of one line the notice follows the last sentence.
    private static List<PageLine> Lines(string body)
    {
        var lines = new List<PageLine>();
        foreach (var paragraph in body.Split('\n').Select(PlainText.Line).Where(line => line.Length > 0))
        {
            var notice = PageLabel.Find(paragraph, "disclaimer") is [var label, ..] ? label.Start : 0;
            if (notice > 0) lines.Add(new(paragraph[..notice].TrimEnd(), AfterBlank: true));
            lines.Add(new(paragraph[notice..], AfterBlank: true));
        }
        return lines;
    }

    private static string? EnglishTitle(string title) => TitleLine.TrySplit(title)?.WebTitle ?? (Script.IsLatin(title) ? title : null);

    private static string? FirstFilled(IEnumerable<string?> texts) => texts.FirstOrDefault(text => !string.IsNullOrEmpty(text));
}
