using SearchService.Engine.Querying;
using SearchService.Engine.Stories;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Timelines;

/// <summary>The stories among matches, each on the first day on which a copy that matches is dated; without a date where none of them has one.</summary>
/// <param name="stories">The stories of the snapshot.</param>
internal sealed class StoryDays(SnapshotStories stories)
{
    private const int NoDate = int.MaxValue;

    private readonly DayCounts _alone = new();

    // By story its first day's number and one; 0 while none of its articles has been seen.
    private readonly int[] _first = new int[stories.Highest + 1];

    /// <summary>How many articles matched.</summary>
    public long Articles { get; private set; }

    /// <summary>Counts what matches a query.</summary>
    public StoryDays Over(ArchiveSearcher searcher, Clause clause)
    {
        using var search = new TopKSearch(searcher, clause);
        search.ForEachSegment(Collect);
        return this;
    }

    /// <summary>The stories of each day.</summary>
    public DayCounts Counts() => Counts(this);

    /// <summary>The stories of each day, those that have matches on the day of these, so that there never are more matches than stories.</summary>
    /// <param name="matches">Some of the articles.</param>
    public DayCounts Counts(StoryDays matches)
    {
        var counts = new DayCounts();
        counts.Add(_alone);
        for (var story = 0; story < _first.Length; story++)
        {
            var first = matches._first[story] is > 0 and var matched ? matched : _first[story];
            if (first > 0)
                counts.Add(first == NoDate ? null : DateOnly.FromDayNumber(first - 1), 1);
        }

        return counts;
    }

    private void Collect(SegmentView view, ulong[] matches)
    {
        var days = SegmentDays.Of(view.Segment.Reader);
        var alone = new long[days.Count];
        var numbers = stories.Of(view.Segment.Context.Ord).Numbers;
        var ordinals = days.Ordinals;
        for (var document = WindowSet.Next(matches, 0); document >= 0; document = WindowSet.Next(matches, document + 1))
        {
            Articles++;
            if (numbers[document] is not (> 0 and var story))
                alone[ordinals[document]]++;
            else if ((days[ordinals[document]]?.DayNumber + 1 ?? NoDate) is var number && (_first[story] == 0 || number < _first[story]))
                _first[story] = number;
        }

        for (var ordinal = 0; ordinal < alone.Length; ordinal++)
            _alone.Add(days[ordinal], alone[ordinal]);
    }
}
