namespace SearchService.Engine.Ranking;

/// <summary>Word positions from <paramref name="Start"/> to <paramref name="End"/> of one field, both included.</summary>
internal readonly record struct Interval(int Start, int End);
