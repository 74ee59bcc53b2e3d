namespace SearchService.Articles.PageParts;

/// <summary>A line that gives the title twice: <c>English web title | Hindi headline</c>, in either order.</summary>
internal static class TitleLine
{
    private const int Longest = 800;

    /// <summary>The two titles, or null for any other line.</summary>
    public static (string WebTitle, string Headline)? TrySplit(string line)
    {
        if (line.Length > Longest) return null;
        for (var bar = line.IndexOf('|', StringComparison.Ordinal); bar >= 0; bar = line.IndexOf('|', bar + 1))
        {
            var (left, right) = (line[..bar].Trim(' ', '|'), line[(bar + 1)..].Trim(' ', '|'));
            if (left.Length == 0 || right.Length == 0) continue;
            if (Script.IsLatin(left) && Script.IsDevanagari(right)) return (left, right);
            if (Script.IsDevanagari(left) && Script.IsLatin(right)) return (right, left);
        }
        return null;
    }
}
