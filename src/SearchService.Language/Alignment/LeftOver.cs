namespace SearchService.Language.Alignment;

/// <summary>
/// Words that render one another by elimination: all others of their title and headline were known to render one another, and these two are left.
/// </summary>
internal static class LeftOver
{
    /// <summary>The numbers of such twos, of all pairs.</summary>
    public static HashSet<int> Of(Cooccurrences together, WordAlignment alignment, KnownWords known)
    {
        var found = new HashSet<int>();
        for (var pair = 0; pair < together.Pairs; pair++)
        {
            if (Of(together.Cells(pair), alignment.Links(pair), known, together.Hindi(pair).Length) is { } cell)
                found.Add(cell);
        }

        return found;
    }

    private static int? Of(ReadOnlySpan<int> cells, ReadOnlySpan<Link> links, KnownWords known, int width)
    {
        if (width == 0)
            return null;
        var (rows, columns) = (new bool[cells.Length / width], new bool[width]);
        for (var at = 0; at < cells.Length; at++)
        {
            if (links[at] != Link.None && known.Sure[cells[at]] > 0)
                rows[at / width] = columns[at % width] = true;
        }

        // With nothing known there is nothing to eliminate.
        var (row, column) = (Array.IndexOf(rows, false), Array.IndexOf(columns, false));
        if (row < 0 || column < 0 || rows.Length < 2 || Array.LastIndexOf(rows, false) != row || Array.LastIndexOf(columns, false) != column)
            return null;
        var left = (row * width) + column;
        return links[left] == Link.Both ? cells[left] : null;
    }
}
