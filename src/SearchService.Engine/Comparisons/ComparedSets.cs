using SearchService.Engine.Querying;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Comparisons;

/// <summary>Which articles of a snapshot each of two searches finds.</summary>
internal sealed class ComparedSets
{
    private const byte First = 1, Second = 2, Both = First | Second;

    private readonly byte[][] _segments;
    private readonly long[] _counts = new long[Both + 1];

    private ComparedSets(ArchiveSearcher searcher) => _segments = [.. searcher.Segments.Select(segment => new byte[segment.Documents])];

    /// <summary>Articles that only the first search finds.</summary>
    public long OfFirst => _counts[First];

    /// <summary>Articles that only the second search finds.</summary>
    public long OfSecond => _counts[Second];

    /// <summary>Articles that both find.</summary>
    public long OfBoth => _counts[Both];

    /// <summary>Finds the articles of both.</summary>
    public static ComparedSets Of(ArchiveSearcher searcher, Clause first, Clause second)
    {
        var sets = new ComparedSets(searcher);
        sets.Add(searcher, first, First);
        sets.Add(searcher, second, Second);
        foreach (var segment in sets._segments)
        {
            foreach (var finders in segment)
                sets._counts[finders]++;
        }

        return sets;
    }

    /// <summary>On which sides the words of each document of a segment are counted: 0 for neither, 1 for the first, 2 for the second, 3 for both.</summary>
    /// <param name="segment">Number of the segment in the snapshot.</param>
    /// <param name="overlap">What becomes of articles that both find.</param>
    public byte[] SidesOf(int segment, Overlap overlap)
    {
        var shared = SharedSides(overlap);
        return shared == Both ? _segments[segment] : Array.ConvertAll(_segments[segment], finders => finders == Both ? shared : finders);
    }

    /// <summary>How many articles are counted on each side.</summary>
    public (long First, long Second) Counted(Overlap overlap)
    {
        var shared = SharedSides(overlap);
        return (OfFirst + ((shared & First) != 0 ? OfBoth : 0), OfSecond + ((shared & Second) != 0 ? OfBoth : 0));
    }

    /// <summary>Whether all that one search finds is found by the other: then there would be nothing to compare but for what both find.</summary>
    public bool IsPartOfOther => OfBoth > 0 && (OfFirst == 0 || OfSecond == 0);

    // Of a search that is part of the other, what both find is counted, on its side only.
    private byte SharedSides(Overlap overlap) => overlap == Overlap.In ? Both
        : OfFirst == 0 && OfSecond == 0 ? Both
        : OfFirst == 0 ? First
        : OfSecond == 0 ? Second
        : (byte)0;

    private void Add(ArchiveSearcher searcher, Clause clause, byte side)
    {
        using var search = new TopKSearch(searcher, clause);
        var current = Array.Empty<byte>();
        search.ForEach(segment => current = _segments[segment.Segment.Number], document => current[document] |= side);
    }
}
