using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;

namespace SearchService.Engine.Timelines;

/// <summary>
/// The days that the documents of one segment are dated. Read when first asked for and kept as long as the segment, in four bytes a document.
/// Thread-safe.
/// </summary>
internal sealed class SegmentDays
{
    private static readonly ConditionalWeakTable<object, Lazy<SegmentDays>> Known = [];

    private readonly int[] _ordinals;
    private readonly List<DateOnly?> _days = [null];

    private SegmentDays(AtomicReader segment)
    {
        _ordinals = new int[segment.MaxDoc];
        var times = SegmentTimes.Of(segment);
        var numbers = new Dictionary<DateOnly, int>();
        for (var document = 0; document < _ordinals.Length; document++)
        {
            if (times[document] is not { } time)
                continue;
            var day = DateSpan.DayOf(time);
            if (!numbers.TryGetValue(day, out _ordinals[document]))
            {
                numbers[day] = _ordinals[document] = _days.Count;
                _days.Add(day);
            }
        }
    }

    /// <summary>How many different days there are, and one for no date.</summary>
    public int Count => _days.Count;

    /// <summary>By document the ordinal of its day; 0 where it has no date.</summary>
    public ReadOnlySpan<int> Ordinals => _ordinals;

    /// <summary>The day of an ordinal; null for no date.</summary>
    public DateOnly? this[int ordinal] => _days[ordinal];

    /// <summary>The days of a segment.</summary>
    public static SegmentDays Of(AtomicReader segment) => Known.GetValue(segment.CoreCacheKey, _ => new(() => new(segment))).Value;
}
