using System.Net;
using SearchService.Articles.Decoding;

namespace SearchService.Articles.PageParts;

/// <summary>Reads a stored text page, the form most archives keep: one part or paragraph a line, empty lines between.</summary>
internal static class TextPageReader
{
    /// <summary>The article, or a refusal when the page has neither headline nor body.</summary>
    /// <param name="text">The page as decoded.</param>
    /// <param name="file">Name of the source, for the refusal.</param>
    public static ReadOutcome Read(string text, string file)
    {
        var draft = new PageDraft();
        PageSorter.Sort(Lines(WebUtility.HtmlDecode(text)), draft);
        if (draft.ToArticle() is { } article) return ReadOutcome.Of(article);
        const string Reason = "The page has neither headline nor body; expected a headline and paragraphs of text.";
        return ReadOutcome.Of(new ReadFailure(file, null, Reason, SourceExcerpt.Of(text)));
    }

    private static List<PageLine> Lines(string text)
    {
        var lines = new List<PageLine>();
        var afterBlank = true;
        foreach (var raw in PlainText.Clean(text).Split('\n'))
        {
            var line = PlainText.Line(raw);
            if (line.Length > 0) lines.Add(new(line, afterBlank));
            afterBlank = line.Length == 0;
        }
        return lines;
    }
}
