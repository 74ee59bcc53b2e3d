using SearchService.Engine.Stories;

namespace SearchService.Engine.Related;

/// <summary>How many of the words of two texts stand in rows of words that both have.</summary>
/// <param name="OfOne">Share of the words of the one, 0 to 1.</param>
/// <param name="OfOther">Share of the words of the other, 0 to 1.</param>
internal readonly record struct SharedWords(double OfOne, double OfOther)
{
    /// <summary>Compares two texts, word for word.</summary>
    public static SharedWords Of(string one, string other)
    {
        var (a, b) = (Rows(one), Rows(other));
        return new(Share(a, [.. b]), Share(b, [.. a]));
    }

    private static List<ulong> Rows(string text)
    {
        var rows = new List<ulong>();
        for (var shingles = new ShingleReader(text); shingles.MoveNext();)
            rows.Add(shingles.Current);
        return rows;
    }

    // A row that both have covers its own words, less those that the row before has covered already.
    private static double Share(List<ulong> rows, HashSet<ulong> others)
    {
        if (rows.Count == 0)
            return 0;
        var (covered, next) = (0, 0);
        for (var at = 0; at < rows.Count; at++)
        {
            if (!others.Contains(rows[at]))
                continue;
            covered += at + ShingleReader.Words - Math.Max(at, next);
            next = at + ShingleReader.Words;
        }

        return (double)covered / (rows.Count + ShingleReader.Words - 1);
    }
}
