using System.Text;
using SearchService.Engine.Results;

namespace SearchService.Engine.Highlighting;

/// <summary>Makes highlights: spans that do not overlap, and the same as HTML.</summary>
internal static class Marks
{
    /// <summary>A passage of a field with its marks.</summary>
    /// <param name="field">Name of the field in the response.</param>
    /// <param name="text">The field.</param>
    /// <param name="passage">The part that is shown.</param>
    /// <param name="sightings">What answered, in order of start.</param>
    public static Highlight Of(string field, string text, (int Start, int Length) passage, IEnumerable<Sighting> sightings)
    {
        var spans = new List<int[]>();
        foreach (var sighting in sightings)
        {
            if (sighting.Start < passage.Start || sighting.End > passage.Start + passage.Length)
                continue;
            var start = sighting.Start - passage.Start;
            var end = sighting.End - passage.Start;
            if (spans.Count > 0 && start < spans[^1][0] + spans[^1][1])
                spans[^1][1] = Math.Max(spans[^1][1], end - spans[^1][0]);
            else
                spans.Add([start, end - start]);
        }

        var shown = text.Substring(passage.Start, passage.Length);
        return new(field, shown, spans, Html(shown, spans));
    }

    private static string Html(string text, List<int[]> spans)
    {
        var html = new StringBuilder(text.Length + (spans.Count * 13) + 16);
        var at = 0;
        foreach (var span in spans)
        {
            Escape(html, text.AsSpan(at, span[0] - at));
            html.Append("<mark>");
            Escape(html, text.AsSpan(span[0], span[1]));
            html.Append("</mark>");
            at = span[0] + span[1];
        }

        Escape(html, text.AsSpan(at));
        return html.ToString();
    }

    /// <summary>Only the five characters that HTML gives a meaning are escaped: Devanagari and its joiners stay as they are.</summary>
    private static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(c),
            };
        }
    }
}
