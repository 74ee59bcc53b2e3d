using SearchService.Language.Correction;

namespace SearchService.Language.Tests.Correction;

/// <summary>The distance of two words by its definition: every edit tried at every place of both words.</summary>
internal static class PlainDistance
{
    public static float Between(string one, string other)
    {
        var (left, right) = (Unit.All(one), Unit.All(other));
        var known = new Dictionary<(int, int), float>();
        return Of(left.Length, right.Length);

        float Of(int i, int j)
        {
            if (i == 0 && j == 0)
                return 0;
            if (known.TryGetValue((i, j), out var cost))
                return cost;
            cost = float.PositiveInfinity;
            if (i > 0)
                cost = Math.Min(cost, Of(i - 1, j) + (EditCosts.Indel(left[i - 1]) * (i == 1 ? EditCosts.FirstFactor : 1)));
            if (j > 0)
                cost = Math.Min(cost, Of(i, j - 1) + (EditCosts.Indel(right[j - 1]) * (j == 1 ? EditCosts.FirstFactor : 1)));
            if (i > 0 && j > 0)
                cost = Math.Min(cost, Of(i - 1, j - 1) + (EditCosts.Substitute(left[i - 1], right[j - 1]) * (i == 1 && j == 1 ? EditCosts.FirstFactor : 1)));
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] && !IsDigit(left[i - 1]) && !IsDigit(left[i - 2]))
                cost = Math.Min(cost, Of(i - 2, j - 2) + (left[i - 1] == left[i - 2] ? 0 : EditCosts.Swap));
            if (i > 1 && j > 0)
                cost = Math.Min(cost, Of(i - 2, j - 1) + EditCosts.Joint(left[i - 2], left[i - 1], right[j - 1]));
            if (i > 0 && j > 1)
                cost = Math.Min(cost, Of(i - 1, j - 2) + EditCosts.Joint(right[j - 2], right[j - 1], left[i - 1]));
            return known[(i, j)] = cost;
        }
    }

    private static bool IsDigit(Unit unit) => char.IsDigit(unit.Letter);
}
