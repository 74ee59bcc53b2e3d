namespace SearchService.Engine.Ranking;

/// <summary>How near two words stand to one another in a field.</summary>
internal static class Nearness
{
    /// <summary>Σ 1 / distance² over the pairs within reach, each weighted by its forms.</summary>
    /// <param name="firsts">Where the earlier word of the query stands, sorted.</param>
    /// <param name="seconds">Where the later word stands, sorted.</param>
    /// <param name="gap">How far apart they stand in the query.</param>
    public static float Of(ReadOnlySpan<(int Position, float Weight)> firsts, ReadOnlySpan<(int Position, float Weight)> seconds, int gap)
    {
        var sum = 0f;
        var from = 0;
        foreach (var (position, weight) in firsts)
        {
            while (from < seconds.Length && seconds[from].Position < position - ProximityQuery.Reach)
                from++;
            for (var i = from; i < seconds.Length && seconds[i].Position <= position + ProximityQuery.Reach; i++)
            {
                // Two words that both read as one form may stand on one position: that is one word, not two neighbours.
                var distance = Math.Abs(seconds[i].Position - position);
                if (distance == 0)
                    continue;
                distance = Math.Max(1, distance - gap + 1);
                sum += weight * seconds[i].Weight / (distance * distance);
            }
        }

        return sum;
    }

    /// <summary>Sorts positions, of those that are equal the heavier first: so that sums do not depend on where they come from.</summary>
    public static void Sort(Span<(int Position, float Weight)> positions)
        => positions.Sort(static (one, other) => one.Position != other.Position ? one.Position.CompareTo(other.Position) : other.Weight.CompareTo(one.Weight));
}
