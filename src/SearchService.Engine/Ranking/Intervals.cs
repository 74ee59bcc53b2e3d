namespace SearchService.Engine.Ranking;

/// <summary>
/// Phrases and nearness on sorted positions. The index and the highlighter both decide by these rules,
/// so that what is found for a phrase is what is marked for it.
/// </summary>
internal static class Intervals
{
    /// <summary>Adds each place where the words of a phrase stand in a row, or within <paramref name="slop"/> moves of it.</summary>
    /// <param name="lists">Sorted positions of each word.</param>
    /// <param name="offsets">Place of each word in the phrase, from 0.</param>
    /// <param name="slop">Largest difference between the words' displacements (Lucene's measure of a sloppy phrase).</param>
    /// <param name="found">Where the places are added, in order of their start.</param>
    public static void Phrase(IReadOnlyList<int>[] lists, ReadOnlySpan<int> offsets, int slop, List<Interval> found)
    {
        Span<int> at = lists.Length <= 64 ? stackalloc int[lists.Length] : new int[lists.Length];
        foreach (var list in lists)
        {
            if (list.Count == 0)
                return;
        }

        // The smallest range over sorted lists: note it, move on whoever is hindmost, until a list ends.
        while (true)
        {
            int least = int.MaxValue, most = int.MinValue, hindmost = 0;
            for (var i = 0; i < lists.Length; i++)
            {
                var displacement = lists[i][at[i]] - offsets[i];
                if (displacement < least)
                    (least, hindmost) = (displacement, i);
                most = Math.Max(most, displacement);
            }

            if (most - least <= slop && (Span(lists, at) ?? Beside(lists, at, offsets, slop)) is { } interval)
                found.Add(interval);
            if (++at[hindmost] == lists[hindmost].Count)
                return;
        }
    }

    /// <summary>Adds the union of each two intervals that do not overlap and are at most <paramref name="distance"/> words apart.</summary>
    public static void Near(List<Interval> left, List<Interval> right, int distance, List<Interval> found)
    {
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                var apart = one.End < other.Start ? other.Start - one.End : one.Start - other.End;
                if (apart > 0 && apart <= distance)
                    found.Add(new(Math.Min(one.Start, other.Start), Math.Max(one.End, other.End)));
            }
        }
    }

    /// <summary>From the first to the last of the words; null where two words of the phrase would be one word of the text.</summary>
    private static Interval? Span(IReadOnlyList<int>[] lists, ReadOnlySpan<int> at)
    {
        int start = int.MaxValue, end = int.MinValue;
        for (var i = 0; i < lists.Length; i++)
        {
            var position = lists[i][at[i]];
            for (var j = 0; j < i; j++)
            {
                if (lists[j][at[j]] == position)
                    return null;
            }

            start = Math.Min(start, position);
            end = Math.Max(end, position);
        }

        return new(start, end);
    }

    /// <summary>
    /// Where the tightest choice takes one word of the text for two words of the phrase (both read as one form): the nearest choice
    /// that does not, one word moved to its occurrence before or after.
    /// </summary>
    private static Interval? Beside(IReadOnlyList<int>[] lists, Span<int> at, ReadOnlySpan<int> offsets, int slop)
    {
        for (var i = 0; i < lists.Length; i++)
        {
            var here = at[i];
            foreach (var other in (ReadOnlySpan<int>)[here + 1, here - 1])
            {
                if (other < 0 || other >= lists[i].Count)
                    continue;
                at[i] = other;
                var interval = Spread(lists, at, offsets) <= slop ? Span(lists, at) : null;
                at[i] = here;
                if (interval is not null)
                    return interval;
            }
        }

        return null;
    }

    private static int Spread(IReadOnlyList<int>[] lists, ReadOnlySpan<int> at, ReadOnlySpan<int> offsets)
    {
        int least = int.MaxValue, most = int.MinValue;
        for (var i = 0; i < lists.Length; i++)
        {
            least = Math.Min(least, lists[i][at[i]] - offsets[i]);
            most = Math.Max(most, lists[i][at[i]] - offsets[i]);
        }

        return most - least;
    }
}
