namespace SearchService.Articles.PageParts;

/// <summary>Labels with a colon that stored pages put before their parts: <c>Updated:</c>, <c>Web Title:</c>, <c>Disclaimer:</c>.</summary>
internal static class PageLabel
{
    private static readonly (string Role, string Spelling)[] Labels =
    [
        .. WordFile.Lines("PageParts.labels.tsv").Select(line => line.Split('\t')).Select(columns => (columns[0], columns[1]))
            .OrderByDescending(label => label.Item2.Length),
    ];

    /// <summary>What follows a label at the start of a line; null when the line does not start with one of that role.</summary>
    public static string? After(string line, string role)
    {
        foreach (var label in Labels)
        {
            if (label.Role == role && EndAt(line, 0, label.Spelling) is { } end) return line[end..].TrimStart();
        }
        return null;
    }

    /// <summary>Labels of some roles anywhere in a line, in order: role, start and end with the colon.</summary>
    public static List<(string Role, int Start, int End)> Find(string line, params ReadOnlySpan<string> roles)
    {
        var found = new List<(string, int, int)>();
        if (!line.Contains(':', StringComparison.Ordinal)) return found;
        for (var at = 0; at < line.Length; at++)
        {
            if (at > 0 && char.IsLetter(line[at - 1])) continue;
            foreach (var (role, spelling) in Labels)
            {
                if (!roles.Contains(role) || EndAt(line, at, spelling) is not { } end) continue;
                found.Add((role, at, end));
                at = end - 1;
                break;
            }
        }
        return found;
    }

    private static int? EndAt(string line, int at, string spelling)
    {
        if (string.Compare(line, at, spelling, 0, spelling.Length, StringComparison.OrdinalIgnoreCase) != 0) return null;
        var colon = at + spelling.Length;
        while (colon < line.Length && line[colon] == ' ') colon++;
        return colon < line.Length && line[colon] is ':' or '：' ? colon + 1 : null;
    }
}
