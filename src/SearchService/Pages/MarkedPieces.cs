using SearchService.Engine.Results;

namespace SearchService.Pages;

/// <summary>A text in pieces, marked and unmarked in turn: rendered as text each, so that nothing of an article is ever markup.</summary>
internal static class MarkedPieces
{
    /// <summary>The pieces of a whole passage.</summary>
    public static IEnumerable<(string Text, bool Marked)> Of(Highlight passage) => Between(passage, 0, passage.Text.Length);

    /// <summary>The pieces of each paragraph, paragraphs being separated by a line feed; empty ones are left out.</summary>
    public static IEnumerable<IReadOnlyList<(string Text, bool Marked)>> Paragraphs(Highlight text)
    {
        for (var start = 0; start < text.Text.Length;)
        {
            var feed = text.Text.IndexOf('\n', start);
            var end = feed < 0 ? text.Text.Length : feed;
            if (!text.Text.AsSpan(start, end - start).IsWhiteSpace())
                yield return [.. Between(text, start, end)];
            start = end + 1;
        }
    }

    private static IEnumerable<(string Text, bool Marked)> Between(Highlight passage, int start, int end)
    {
        var at = start;
        foreach (var span in passage.Spans)
        {
            var (from, to) = (Math.Max(span[0], at), Math.Min(span[0] + span[1], end));
            if (from >= to)
                continue;
            if (from > at)
                yield return (passage.Text[at..from], false);
            yield return (passage.Text[from..to], true);
            at = to;
        }

        if (at < end)
            yield return (passage.Text[at..end], false);
    }
}
