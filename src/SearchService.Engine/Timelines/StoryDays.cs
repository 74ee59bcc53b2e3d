using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Stories;

namespace SearchService.Engine.Timelines;

/// <summary>The stories among matches, each on the first day on which a copy that matches is dated; without a date where none of them has one.</summary>
/// <param name="stories">The stories of the snapshot.</param>
internal sealed class StoryDays(SnapshotStories stories) : ICollector
{
    private const int NoDate = int.MaxValue;

    private readonly DayCounts _alone = new();

    // By story its first day's number and one; 0 while none of its articles has been seen.
    private readonly int[] _first = new int[stories.Highest + 1];
    private SegmentStories? _segment;
    private NumericDocValues? _times;
    private IBits? _dated;

    /// <summary>How many articles matched.</summary>
    public long Articles { get; private set; }

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => true;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer)
    {
        // Nothing here asks for a score.
    }

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context)
    {
        _segment = stories.Of(context.Ord);
        _times = context.AtomicReader.GetNumericDocValues(IndexFields.Date);
        _dated = context.AtomicReader.GetDocsWithField(IndexFields.Date);
    }

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        Articles++;
        DateOnly? day = _times is not null && _dated?.Get(doc) == true ? DateSpan.DayOf(_times.Get(doc)) : null;
        if (_segment!.Numbers[doc] is not (> 0 and var story))
            _alone.Add(day, 1);
        else if ((day?.DayNumber + 1 ?? NoDate) is var number && (_first[story] == 0 || number < _first[story]))
            _first[story] = number;
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
}
