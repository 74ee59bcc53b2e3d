using SearchService.Engine.Querying;

namespace SearchService.Engine.Timelines;

/// <summary>How much there is of something on each day, what has no date told apart.</summary>
internal sealed class DayCounts
{
    private readonly Dictionary<DateOnly, long> _days = [];

    /// <summary>How much has no date.</summary>
    public long Undated { get; private set; }

    /// <summary>How much there is in all.</summary>
    public long Total { get; private set; }

    /// <summary>From the first to the last day that has any; empty where none has.</summary>
    public DateSpan Span { get; private set; } = new(DateOnly.MaxValue, DateOnly.MinValue);

    /// <summary>Adds to a day; to what has no date when null.</summary>
    public void Add(DateOnly? day, long count)
    {
        if (count == 0)
            return;
        Total += count;
        if (day is not { } dated)
        {
            Undated += count;
            return;
        }

        _days[dated] = _days.GetValueOrDefault(dated) + count;
        Span = new(dated < Span.First ? dated : Span.First, dated > Span.Last ? dated : Span.Last);
    }

    /// <summary>Adds all that another has.</summary>
    public void Add(DayCounts other)
    {
        foreach (var (day, count) in other._days)
            Add(day, count);
        Add(null, other.Undated);
    }

    /// <summary>Sums for the intervals of an axis; days outside of it are left out.</summary>
    public long[] Over(TimeAxis axis)
    {
        var sums = new long[axis.Count];
        foreach (var (day, count) in _days)
        {
            if (axis.IndexOf(day) is >= 0 and var index)
                sums[index] += count;
        }

        return sums;
    }
}
