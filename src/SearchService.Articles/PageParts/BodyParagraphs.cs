using System.Text;
using SearchService.Articles.Dates;

namespace SearchService.Articles.PageParts;

/// <summary>Makes the body of the lines that are left when all other parts of a page are taken.</summary>
internal static class BodyParagraphs
{
    /// <summary>A line shorter than this ends where its paragraph ends; only longer ones are hard-wrapped.</summary>
    private const int ShortestWrapped = 40;

    /// <summary>A summary or two may stand before the paragraph with the dateline.</summary>
    private const int DatelineWithin = 3;

    /// <summary>Sets body, dateline and place, and an author in brackets before the dateline.</summary>
    public static void Fill(PageDraft draft, List<PageLine> rest)
    {
        var repeated = new HashSet<string> { SameText.Key(draft.Headline ?? ""), SameText.Key(draft.WebTitle ?? ""), "" };
        var paragraphs = Join(rest.FindAll(line => !repeated.Contains(SameText.Key(line.Text))));
        while (paragraphs.Count > 1 && SiteFooter.IsChrome(paragraphs[^1])) paragraphs.RemoveAt(paragraphs.Count - 1);
        if (paragraphs.Count > 0) paragraphs[0] = WithoutAuthor(paragraphs[0], draft);
        for (var i = 0; i < paragraphs.Count && i < DatelineWithin; i++)
        {
            if (DatelineReader.Find(paragraphs[i]) is not { } dateline) continue;
            draft.Place ??= dateline.Place;
            draft.Dateline ??= dateline.Text;
            draft.Agency ??= dateline.Agency;
            break;
        }
        draft.Body = string.Join('\n', paragraphs);
    }

    /// <summary>Whether a line ends as sentences do.</summary>
    public static bool EndsSentence(string text) => text.TrimEnd('’', '”', '"', '\'', ')', ' ') is [.., '।' or '.' or '?' or '!' or '|' or '॥' or ':'];

    private static List<string> Join(List<PageLine> lines)
    {
        var paragraphs = new List<string>(lines.Count);
        var open = new StringBuilder();
        var lastLength = 0;
        foreach (var (text, afterBlank) in lines)
        {
            var wraps = !afterBlank && lastLength >= ShortestWrapped && !EndsSentence(Tail(open));
            if (wraps) open.Append(' ');
            else if (open.Length > 0) Close();
            open.Append(text);
            lastLength = text.Length;
        }
        if (open.Length > 0) Close();
        return paragraphs;

        void Close()
        {
            paragraphs.Add(open.ToString());
            open.Clear();
        }
    }

    private static string Tail(StringBuilder text) => text.ToString(Math.Max(0, text.Length - 8), Math.Min(8, text.Length));

    // (सज्जाद हुसैन) इस्लामाबाद, सात अप्रैल …: only before a dateline is a bracket at the start the author.
    private static string WithoutAuthor(string paragraph, PageDraft draft)
    {
        if (paragraph[0] != '(' || paragraph.IndexOf(')', StringComparison.Ordinal) is not (> 1 and var end)) return paragraph;
        if (!PageSorter.IsName(paragraph[1..end])) return paragraph;
        var story = paragraph[(end + 1)..].TrimStart();
        if (DatelineReader.Find(story) is null) return paragraph;
        PageSorter.Credit(paragraph[1..end].Trim(), draft);
        return story;
    }
}
