using System.Globalization;

namespace SearchService.Engine.Querying;

/// <summary>Days from <paramref name="First"/> to <paramref name="Last"/>, both included, as the papers count them (+05:30).</summary>
internal readonly record struct DateSpan(DateOnly First, DateOnly Last)
{
    private static readonly TimeSpan Offset = new(5, 30, 0);
    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>All days there are.</summary>
    public static DateSpan Always { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>Whether nothing is left out.</summary>
    public bool IsAlways => this == Always;

    /// <summary>First second of the span, since the Unix epoch.</summary>
    public long FirstSecond => Seconds(First);

    /// <summary>Last second of the span, since the Unix epoch.</summary>
    public long LastSecond => Last == DateOnly.MaxValue ? long.MaxValue : Seconds(Last.AddDays(1)) - 1;

    /// <summary>The days of both spans; empty (First after Last) where they do not meet.</summary>
    public DateSpan And(DateSpan other) => new(First > other.First ? First : other.First, Last < other.Last ? Last : other.Last);

    /// <summary>Reads <c>2021</c>, <c>2021-04</c> or <c>2021-04-07</c>, digits of either script.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateSpan span)
    {
        Span<char> ascii = stackalloc char[10];
        span = default;
        if (text.Length is not (4 or 7 or 10))
            return false;
        for (var i = 0; i < text.Length; i++)
            ascii[i] = text[i] is >= '०' and <= '९' ? (char)(text[i] - '०' + '0') : text[i];
        ascii = ascii[..text.Length];
        if (!DateOnly.TryParseExact(ascii, ["yyyy", "yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            return false;
        span = new(first, text.Length switch
        {
            4 => new DateOnly(first.Year, 12, 31),
            7 => new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
            _ => first,
        });
        return true;
    }

    /// <summary>Reads a span <c>A..B</c>, <c>A..</c>, <c>..B</c> or one day, month or year.</summary>
    public static bool TryParseRange(ReadOnlySpan<char> text, out DateSpan span)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
            return TryParse(text, out span);
        span = Always;
        DateSpan first = Always, last = Always;
        var from = text[..dots];
        var to = text[(dots + 2)..];
        if ((from.IsEmpty && to.IsEmpty) || (!from.IsEmpty && !TryParse(from, out first)) || (!to.IsEmpty && !TryParse(to, out last)))
            return false;
        span = new(first.First, last.Last);
        return span.First <= span.Last;
    }

    /// <summary>The day of a second since the Unix epoch; what lies outside of the calendar counts to its first or last day.</summary>
    public static DateOnly DayOf(long second)
    {
        var day = Math.Floor((second + Offset.TotalSeconds) / TimeSpan.SecondsPerDay) + EpochDay;
        return DateOnly.FromDayNumber((int)Math.Clamp(day, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
    }

    private static long Seconds(DateOnly day)
        => (day.ToDateTime(TimeOnly.MinValue).Ticks - DateTime.UnixEpoch.Ticks - Offset.Ticks) / TimeSpan.TicksPerSecond;
}
