using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.Results;
using SearchService.Engine.Stories;

namespace SearchService.Engine.TopK;

/// <summary>
/// Finds the best articles without looking at most of the others: windows are passed over in which no article can score what the worst of the
/// best so far does. First come those windows where most can be scored. The result is that of scoring every match (<see cref="ClauseQueries"/>), score for score.
/// </summary>
internal sealed class TopKSearch : IDisposable
{
    // Windows that are visited for their bounds. The others follow in the order of documents, in which a block that lies in several is read once,
    // but where bounds are good enough to end with the first of them.
    private const int First = 2;

    private readonly Scratch _scratch = Scratch.Take();
    private readonly List<(SegmentView View, BagPart Bag)> _segments = [];

    /// <summary>Opens a query in every segment of a snapshot.</summary>
    public TopKSearch(ArchiveSearcher searcher, Clause clause)
    {
        foreach (var segment in searcher.Segments)
        {
            var view = new SegmentView(segment);
            _segments.Add((view, new SegmentParts(view, _scratch).Open(clause)));
        }
    }

    /// <summary>Offers all articles that may be among the best.</summary>
    public void Find(TopArticles best, Cursor? after)
    {
        var offers = new ArticleOffers(best, after);
        var scorers = _segments.ConvertAll(segment => new BagScorer(segment.View, segment.Bag, _scratch, offers));
        foreach (var (bound, segment, window) in Visits(scorers))
        {
            if (bound >= offers.Needed * BagScorer.Slack)
                scorers[segment].Offer(window);
        }
    }

    /// <summary>Calls back for every match, segment by segment, in ascending order within each.</summary>
    /// <param name="enter">Called with each segment.</param>
    /// <param name="visit">Called with each match of it.</param>
    public void ForEach(Action<SegmentView> enter, Action<int> visit)
    {
        foreach (var (view, bag) in _segments)
        {
            enter(view);
            for (var number = 0; number < view.Windows; number++)
            {
                var window = view[number];
                var set = _scratch.Candidates(0, window.Words);
                MatchLive(view, bag, window, set);
                for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
                    visit(window.Start + place);
            }
        }
    }

    /// <summary>Calls back for every segment with all its matches.</summary>
    /// <param name="visit">Called with the segment and a bit for each of its documents; they are not kept.</param>
    public void ForEachSegment(Action<SegmentView, ulong[]> visit)
    {
        foreach (var (view, bag) in _segments)
        {
            var matches = new ulong[(view.Documents + 63) / 64];
            for (var number = 0; number < view.Windows; number++)
                MatchLive(view, bag, view[number], matches.AsSpan(view[number].Start / 64, view[number].Words));
            visit(view, matches);
        }
    }

    /// <summary>Whether any article matches.</summary>
    public bool Any()
    {
        foreach (var (view, bag) in _segments)
        {
            for (var number = 0; number < view.Windows; number++)
            {
                var set = _scratch.Candidates(0, view[number].Words);
                MatchLive(view, bag, view[number], set);
                if (WindowSet.Next(set, 0) >= 0)
                    return true;
            }
        }

        return false;
    }

    /// <summary>How many articles match.</summary>
    /// <param name="stories">Counts their stories; null where they are not asked for.</param>
    public long Count(StoryCounter? stories = null)
    {
        var count = 0L;
        foreach (var (view, bag) in _segments)
        {
            stories?.Enter(view.Segment);
            for (var number = 0; number < view.Windows; number++)
            {
                var window = view[number];
                var set = _scratch.Candidates(0, window.Words);
                MatchLive(view, bag, window, set);
                count += WindowSet.Count(set);
                stories?.Count(window, set);
            }
        }

        return count;
    }

    /// <summary>Leaves its memory to the next search.</summary>
    public void Dispose() => _scratch.Leave();

    /// <summary>The windows that may have matches, in the order of visiting.</summary>
    private static List<(float Bound, int Segment, Window Window)> Visits(List<BagScorer> scorers)
    {
        var visits = new List<(float Bound, int Segment, Window Window)>();
        for (var segment = 0; segment < scorers.Count; segment++)
        {
            foreach (var (bound, window) in scorers[segment].Windows())
                visits.Add((bound, segment, window));
        }

        visits.Sort(static (one, other) => other.Bound.CompareTo(one.Bound) is not 0 and var order ? order : InOrder(one, other));
        if (visits.Count > First && !scorers.TrueForAll(scorer => scorer.IsCertain))
            visits.Sort(First, visits.Count - First, Comparer<(float Bound, int Segment, Window Window)>.Create(InOrder));
        return visits;
    }

    private static int InOrder((float Bound, int Segment, Window Window) one, (float Bound, int Segment, Window Window) other) =>
        (one.Segment, one.Window.Start).CompareTo((other.Segment, other.Window.Start));

    private static void MatchLive(SegmentView view, BagPart bag, in Window window, Span<ulong> set)
    {
        if (bag.Bound(window.Number) < 0)
            return;
        bag.Match(window, set);
        for (var place = view.Live is null ? -1 : WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            if (!view.Live!.Get(window.Start + place))
                WindowSet.Remove(set, place);
        }
    }
}
