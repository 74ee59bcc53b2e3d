using SearchService.Articles.Dates;

namespace SearchService.Articles.PageParts;

/// <summary>The line with agency and times: <c>By भाषा | Updated: April 7, 2021 14:27 IST2021-04-07T14:27:42+5:302021-04-07T14:27:42+5:30</c>.</summary>
internal static class PublishingLine
{
    private const int LongestByline = 60;
    private const int MostBylineWords = 5;
    private const int MostOtherLetters = 32;

    /// <summary>Takes agency and times from a line, if it is one that gives them.</summary>
    /// <param name="line">A line of the page, cleaned.</param>
    /// <param name="isFirst">Whether it opens the page: then a bare <c>By …</c> is a headline, not an agency.</param>
    /// <param name="times">Where the times go.</param>
    /// <param name="agency">The agency, or null when the line names none.</param>
    /// <returns>Whether the line is a publishing line.</returns>
    public static bool TryRead(string line, bool isFirst, PublishingTimes times, out string? agency)
    {
        agency = null;
        var labels = PageLabel.Find(line, "published", "updated");
        var afterBy = AfterBy(line);
        var hasStamp = IsoStamp.FindAll(line).Count > 0;
        if (afterBy is null)
        {
            // The agency without a "By": भाषा | Updated: …
            var before = labels.Count > 0 ? line[..labels[0].Start].TrimEnd() : "";
            if (before is { Length: > 1 and <= LongestByline } && before[^1] == '|' && line.Any(char.IsDigit)) agency = before.TrimEnd('|', ' ');
            else if (before.Length > 0 || labels.Count == 0)
            {
                if (!IsMostlyTimes(line, hasStamp)) return false;
            }
        }
        else if (labels.Count == 0 && !hasStamp && !line.Contains('|', StringComparison.Ordinal) && (isFirst || !IsBareByline(afterBy)))
        {
            return false;
        }
        if (afterBy is not null)
        {
            var start = line.Length - afterBy.Length;
            var end = labels.Count > 0 && labels[0].Start >= start ? labels[0].Start : line.Length;
            var cut = line.IndexOf('|', start);
            if (cut >= 0) end = Math.Min(end, cut);
            var name = line[start..end].Trim(' ', '|', ',', '-', '–');
            agency = name.Length is > 0 and <= LongestByline ? name : null;
        }
        if (labels.Count == 0 || labels[0].Start > 0) times.Add("", line[..(labels.Count > 0 ? labels[0].Start : line.Length)]);
        for (var i = 0; i < labels.Count; i++)
            times.Add(labels[i].Role, line[labels[i].End..(i + 1 < labels.Count ? labels[i + 1].Start : line.Length)]);
        return true;
    }

    private static string? AfterBy(string line) =>
        line.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? line[3..].TrimStart() : PageLabel.After(line, "by");

    private static bool IsBareByline(string name) =>
        name.Length <= LongestByline && !name.AsSpan().ContainsAny('।', '.', ',') && !name.Any(char.IsDigit)
        && name.Count(c => c == ' ') < MostBylineWords;

    // A time inside a story's sentence makes no publishing line: what stands beside stamp and date must be next to nothing.
    private static bool IsMostlyTimes(string line, bool hasStamp) =>
        (hasStamp || (line.EndsWith("IST", StringComparison.Ordinal) && WrittenDate.Find(line) is not null))
        && line.Count(char.IsLetter) <= MostOtherLetters && !line.Contains('।', StringComparison.Ordinal);
}
