using System.Globalization;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;

namespace SearchService.Engine.Timelines;

/// <summary>Intervals one after the other without a gap; of the first and last only the days that were asked for.</summary>
internal sealed class TimeAxis
{
    /// <summary>Most intervals of an answer: a century of days. A longer span is told in longer intervals.</summary>
    public const int Most = 40_000;

    /// <summary>Where no interval is asked for, the shortest is taken that makes no more than this.</summary>
    private const int Readable = 100;

    private readonly DateSpan _asked;
    private readonly int _first;

    private TimeAxis(TimeStep step, DateSpan span, DateSpan asked)
    {
        (Step, _asked, _first) = (step, asked, Ordinal(step, span.First));
        Count = span.First > span.Last ? 0 : Ordinal(step, span.Last) - _first + 1;
    }

    /// <summary>Length of the intervals.</summary>
    public TimeStep Step { get; }

    /// <summary>How many intervals there are.</summary>
    public int Count { get; }

    /// <summary>An axis over a span; empty where the span is.</summary>
    /// <param name="step">Length of the intervals; null for one that suits the span.</param>
    /// <param name="span">Days of the first and of the last interval.</param>
    /// <param name="asked">The days that intervals are cut to.</param>
    public static TimeAxis Over(TimeStep? step, DateSpan span, DateSpan asked)
    {
        foreach (var longer in (ReadOnlySpan<TimeStep>)[TimeStep.Day, TimeStep.Month])
        {
            var axis = new TimeAxis(longer, span, asked);
            if (longer >= (step ?? longer) && axis.Count <= (step is null ? Readable : Most))
                return axis;
        }

        return new(TimeStep.Year, span, asked);
    }

    /// <summary>The days of an axis: those asked for as far as the archive has them; where none are asked for those that have something.</summary>
    /// <param name="asked">Days asked for.</param>
    /// <param name="found">From the first to the last day on which something was found.</param>
    /// <param name="all">From the first to the last day of the archive.</param>
    public static DateSpan SpanOf(DateSpan asked, DateSpan found, DateSpan all) => new DateSpan(
        asked.First == DateOnly.MinValue ? found.First : asked.First,
        asked.Last == DateOnly.MaxValue ? found.Last : asked.Last).And(all);

    /// <summary>Says so where the intervals are longer than asked for.</summary>
    public IEnumerable<Warning> Widened(TimeStep? asked)
    {
        if (asked is { } step && step != Step)
            yield return new("interval_widened", $"By {ParameterChoice.NameOf(step)} there would be more than {Most:N0} intervals; they are told by {ParameterChoice.NameOf(Step)}.");
    }

    /// <summary>The interval of a day, from 0; -1 for a day outside.</summary>
    public int IndexOf(DateOnly day)
    {
        var index = Ordinal(Step, day) - _first;
        return day >= _asked.First && day <= _asked.Last && index >= 0 && index < Count ? index : -1;
    }

    /// <summary>The days of an interval, as far as they were asked for.</summary>
    public DateSpan Days(int index)
    {
        var ordinal = _first + index;
        var first = Step switch
        {
            TimeStep.Day => DateOnly.FromDayNumber(ordinal),
            TimeStep.Month => new DateOnly(ordinal / 12, (ordinal % 12) + 1, 1),
            _ => new DateOnly(ordinal, 1, 1),
        };
        DateOnly last = Step switch
        {
            TimeStep.Day => first,
            TimeStep.Month => new(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
            _ => new(first.Year, 12, 31),
        };
        return new DateSpan(first, last).And(_asked);
    }

    /// <summary>Name of an interval: 2021, 2021-04 or 2021-04-07.</summary>
    public string Name(int index) => Days(index).First.ToString(
        Step switch { TimeStep.Day => "yyyy-MM-dd", TimeStep.Month => "yyyy-MM", _ => "yyyy" }, CultureInfo.InvariantCulture);

    private static int Ordinal(TimeStep step, DateOnly day) => step switch
    {
        TimeStep.Day => day.DayNumber,
        TimeStep.Month => (day.Year * 12) + day.Month - 1,
        _ => day.Year,
    };
}
