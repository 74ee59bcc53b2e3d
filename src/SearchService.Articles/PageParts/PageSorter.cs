using System.Buffers;

namespace SearchService.Articles.PageParts;

/// <summary>
/// Sorts the lines of a page into its parts, in whatever order they stand: each kind of line is known by its own form, and what is left is
/// headline and body.
/// </summary>
internal static class PageSorter
{
    private const int LongestAuthor = 60;
    private const int MostAuthorWords = 6;

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("।:?!;\"");

    /// <summary>Fills the draft; parts it already has stay.</summary>
    public static void Sort(IReadOnlyList<PageLine> lines, PageDraft draft)
    {
        var rest = new List<PageLine>(lines.Count);
        var titleHeadlines = new List<string>();
        var notices = new List<string>();
        var inDisclaimer = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var (text, afterBlank) = lines[i];
            if (inDisclaimer && !afterBlank && !BodyParagraphs.EndsSentence(notices[^1]))
            {
                notices.Add(text);
                continue;
            }
            var notice = PageLabel.After(text, "disclaimer");
            inDisclaimer = notice is not null;
            if (inDisclaimer) notices.Add(notice!);
            if (inDisclaimer || TakeLabelled(text, draft) || TakePublishing(text, i == 0, draft)) continue;
            if (TakeFooter(text, i == lines.Count - 1 && i > 0, draft) || TakeAuthor(text, draft)) continue;
            if (TitleLine.TrySplit(text) is { } title)
            {
                draft.WebTitle ??= title.WebTitle;
                titleHeadlines.Add(title.Headline);
                continue;
            }
            rest.Add(lines[i]);
        }
        if (notices.Count > 0) draft.Disclaimer ??= string.Join(' ', notices.Distinct());
        draft.Source ??= draft.Disclaimer is { } whole ? SiteFooter.SourceOfNotice(whole) : null;
        draft.Headline ??= HeadlineChoice.Of(rest, titleHeadlines);
        draft.WebTitle ??= HeadlineChoice.WebTitle(rest, draft.Headline);
        BodyParagraphs.Fill(draft, rest);
    }

    private static bool TakeLabelled(string text, PageDraft draft)
    {
        if (PageLabel.After(text, "title") is { } title)
        {
            // The labelled title is the page's own; a title line met before may have been shortened.
            draft.WebTitle = title.Length == 0 ? draft.WebTitle : TitleLine.TrySplit(title)?.WebTitle ?? title;
            return true;
        }
        if (WebAddress.Parse(PageLabel.After(text, "url") ?? text) is not { } url) return false;
        draft.Url ??= url;
        return true;
    }

    private static bool TakePublishing(string text, bool isFirst, PageDraft draft)
    {
        if (!PublishingLine.TryRead(text, isFirst, draft.Times, out var agency)) return false;
        draft.Agency ??= agency;
        return true;
    }

    private static bool TakeFooter(string text, bool isLast, PageDraft draft)
    {
        if (!SiteFooter.TryRead(text, isLast, out var category, out var source)) return false;
        draft.Category ??= category;
        draft.Source ??= source;
        return true;
    }

    // A line of its own in brackets: (सज्जाद हुसैन) is the author, (भाषा) the agency.
    private static bool TakeAuthor(string text, PageDraft draft)
    {
        if (text.Length < 3 || text[0] != '(' || text.IndexOf(')', StringComparison.Ordinal) != text.Length - 1 || !IsName(text[1..^1])) return false;
        Credit(text[1..^1].Trim(), draft);
        return true;
    }

    /// <summary>Takes a name in brackets as agency or as author.</summary>
    public static void Credit(string name, PageDraft draft)
    {
        if (Agencies.IsAgency(name)) draft.Agency ??= name;
        else draft.Byline ??= name;
    }

    /// <summary>Whether bracketed text can be somebody's name, not a remark.</summary>
    public static bool IsName(string text) =>
        text.Length <= LongestAuthor && text.Trim().Length > 0 && !text.AsSpan().ContainsAny(NotInNames) && !text.Any(char.IsDigit)
        && text.Count(c => c == ' ') < MostAuthorWords
        && !text.EndsWith(" है", StringComparison.Ordinal) && !text.EndsWith(" हैं", StringComparison.Ordinal);
}
