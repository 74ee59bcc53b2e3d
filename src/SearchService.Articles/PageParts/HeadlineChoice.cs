using SearchService.Articles.Dates;

namespace SearchService.Articles.PageParts;

/// <summary>Finds the headline among the lines that no other part of a page has claimed.</summary>
internal static class HeadlineChoice
{
    private const int Longest = 300;
    private const int WebTitleWithin = 4;
    private const int ShortestWebTitle = 15;

    /// <summary>The headline, or null when the page has none.</summary>
    /// <param name="rest">Unclaimed lines in page order.</param>
    /// <param name="titleHeadlines">Headlines of <c>English | Hindi</c> lines.</param>
    public static string? Of(List<PageLine> rest, List<string> titleHeadlines)
    {
        var seen = new HashSet<string>();
        foreach (var line in rest)
        {
            // Pages print the headline twice; nothing else short is repeated.
            if (LooksLikeHeadline(line.Text) && !seen.Add(SameText.Key(line.Text))) return line.Text;
        }
        foreach (var title in titleHeadlines)
        {
            if (seen.Contains(SameText.Key(title))) return title;
        }
        if (rest.Count > 0 && LooksLikeHeadline(rest[0].Text) && (rest.Count > 1 || !BodyParagraphs.EndsSentence(rest[0].Text))) return rest[0].Text;
        return titleHeadlines.Count > 0 ? titleHeadlines[0] : null;
    }

    /// <summary>The web title where it stands alone: a Latin line among the first lines of a page with a Devanagari headline.</summary>
    public static string? WebTitle(List<PageLine> rest, string? headline)
    {
        if (headline is null || !Script.IsDevanagari(headline)) return null;
        var line = rest.Take(WebTitleWithin).FirstOrDefault(line => LooksLikeHeadline(line.Text) && Script.IsLatin(line.Text));
        return line.Text is { Length: >= ShortestWebTitle } title && !BodyParagraphs.EndsSentence(title) ? title : null;
    }

    private static bool LooksLikeHeadline(string text) =>
        text.Length <= Longest && !text.EndsWith('।') && text.Any(char.IsLetterOrDigit) && DatelineReader.Find(text) is null;
}
