namespace SearchService.Engine.Stories;

/// <summary>How much two texts have in common, by their shingles.</summary>
/// <param name="Resemblance">Shingles in both, of those in either, 0 to 1.</param>
/// <param name="Containment">Shingles in both, of those of the shorter text, 0 to 1.</param>
internal readonly record struct Overlap(double Resemblance, double Containment)
{
    /// <summary>
    /// Least resemblance of copies. Of a text of which the share e of words is changed (1 - e)³ of the shingles are left, r / (2 - r) of those
    /// in either: a third of the words changed leaves 0.17, a fifth 0.34. Texts of one length that were written apart share 0.05 at most,
    /// quotations of the same words among them.
    /// </summary>
    public const double LeastResemblance = 0.16;

    /// <summary>Least containment of a shorter copy in a longer text: a sixth of its words changed leaves 0.6.</summary>
    public const double LeastContainment = 0.6;

    /// <summary>Least resemblance of a shorter copy to a longer text, so that it is at least a seventh or so of it: what a longer text merely quotes is no copy.</summary>
    public const double LeastOfPart = 0.1;

    /// <summary>Whether one text is a copy of the other, or of a part of it.</summary>
    public bool IsCopy => Resemblance >= LeastResemblance || (Resemblance >= LeastOfPart && Containment >= LeastContainment);

    /// <summary>Of a resemblance and the numbers of shingles.</summary>
    public static Overlap Of(double resemblance, int one, int other)
    {
        var common = resemblance / (1 + resemblance) * (one + other);
        return new(resemblance, Math.Min(1, common / Math.Max(1, Math.Min(one, other))));
    }

    /// <summary>Of two texts, exactly.</summary>
    public static Overlap Of(string one, string other)
    {
        var (a, b) = (Shingles(one), Shingles(other));
        var common = a.Count(b.Contains);
        return common == 0 ? default : new((double)common / (a.Count + b.Count - common), (double)common / Math.Min(a.Count, b.Count));
    }

    /// <summary>The different shingles of a text.</summary>
    public static HashSet<ulong> Shingles(string text)
    {
        var all = new HashSet<ulong>();
        for (var shingles = new ShingleReader(text); shingles.MoveNext();)
            all.Add(shingles.Current);
        return all;
    }
}
