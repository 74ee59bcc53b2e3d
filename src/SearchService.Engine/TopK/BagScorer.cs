namespace SearchService.Engine.TopK;

/// <summary>
/// Finds those documents of a window that can be among the best (MaxScore: Turtle and Flood, Query evaluation: strategies and optimizations,
/// 1995, with bounds a window and a block). Parts that together cannot lift a document to where the best are do not make candidates:
/// they are only looked up for those of the others, largest first, as long as these can get there.
/// </summary>
internal sealed class BagScorer
{
    /// <summary>What a sum is multiplied with before it is said to be too little: sums are made in another order than scores, and may be off by their last bits.</summary>
    public const float Slack = 1 - 5e-5f;

    private const long ManyMore = 8;

    private readonly SegmentView _segment;
    private readonly BagPart _bag;
    private readonly Scratch _scratch;
    private readonly ArticleOffers _offers;
    private readonly PartOrder _order;
    private readonly bool[] _scored;
    private readonly CandidateScorer _candidates;
    private readonly PromisingWords? _promising;

    // The most that a document of the window at hand gets.
    private float _all;

    /// <summary>Scores the windows of a segment.</summary>
    public BagScorer(SegmentView segment, BagPart bag, Scratch scratch, ArticleOffers offers)
    {
        (_segment, _bag, _scratch, _offers) = (segment, bag, scratch, offers);
        _order = new(bag);
        _scored = new bool[bag.Scored.Length];
        _candidates = new(segment, bag, _scored, offers);
        // Where documents are few, those that have two of several words are found without it.
        _promising = segment.IsSparse && bag.Required.Length == 0 && bag.Scored.Length > 1 ? null : new(bag, scratch);
        IsCertain = bag.Alone is { } concept && (concept.Alone is not null || (concept.IsKnown && !segment.IsSparse));
    }

    private float Needed => _offers.Needed * Slack;

    /// <summary>Whether the bounds are so good that the best windows hardly have to be left for others.</summary>
    public bool IsCertain { get; }

    /// <summary>The windows that may have matches, each with the most that a document of it gets.</summary>
    public IEnumerable<(float Bound, Window Window)> Windows()
    {
        for (var number = 0; number < _segment.Windows; number++)
        {
            if (_bag.Bound(number) is not (>= 0 and var bound))
                continue;
            if (!IsCertain || _bag.Alone is not { Alone: null } concept)
            {
                yield return (bound, _segment[number]);
                continue;
            }

            foreach (var part in concept.Parts(_segment[number]))
                yield return part;
        }
    }

    /// <summary>Offers those documents of a window that may be among the best.</summary>
    public void Offer(in Window window)
    {
        if (_bag.Alone?.Alone is { } alone)
        {
            alone.Offer(window, _offers);
            return;
        }

        var (count, rest) = _order.Of(window.Number);
        if (rest < Needed)
            return;
        _all = rest;
        var ever = _scratch.Candidates(0, window.Words);
        var set = _scratch.Candidates(1, window.Words);
        var partial = _scratch.Partial(64 * window.Words);
        var done = 0;
        var promising = _promising?.Find(window, Needed, set) == true;
        if (promising && WindowSet.Next(set, 0) < 0)
            return;
        if ((_segment.Intersects || (promising && _bag.Required.Length > 0)) && _bag.Rarest(window) is ConceptPart lead)
        {
            done = FindAll(lead, window, count, promising, ever, set, partial, ref rest);
        }
        else if (!_bag.Counts || (_bag.Required.Length > 0 && _bag.Rarest(window) is not ConceptPart))
        {
            set.Clear();
            _bag.MatchWords(window, set);
            Begin(ever, set, partial);
        }
        else
        {
            done = _bag.Required.Length > 0
                ? ScoreRarest(window, count, ever, set, partial, ref rest)
                : ScoreEssential(window, count, promising, ever, set, partial, ref rest);
            BagPart.NarrowAll(_bag.Filters, null, window, set);
            _bag.Exclude(window, set);
        }

        for (var i = done; i < count && WindowSet.Next(set, 0) >= 0; i++)
            AddPart(_order[i], window, set, partial, ref rest);
        _candidates.Offer(window, set, partial, rest);
        Clean(window, _segment.IsSparse || promising ? ever : default);
    }

    /// <summary>Scores the parts without which no document gets there, and finds who still may; returns how many parts these were.</summary>
    private int ScoreEssential(in Window window, int count, bool promising, Span<ulong> ever, Span<ulong> set, Span<float> partial, ref float rest)
    {
        if (_segment.IsSparse)
            FindTogether(window, count, promising ? ever : set, rest);
        if (_segment.IsSparse && promising)
            WindowSet.And(set, ever);
        if (_segment.IsSparse || promising)
        {
            // Only of these anything will be kept.
            Begin(ever, set, partial);
            return 0;
        }

        var (needed, done) = (Needed, 0);
        while (done < count && (rest >= needed || needed <= 0))
        {
            var (part, bound) = _order[done++];
            _scored[part] = true;
            _bag.Scored[part].ScoreAll(window, needed - (_all - bound), ever);
            rest -= bound;
        }

        // What is left to the others can have become a little less than nothing.
        rest = Math.Max(0, rest);
        FindCandidates(done, needed - rest, ever, set, partial);
        return done;
    }

    /// <summary>Finds the documents that have all that is required, from the rarest part on; returns how many parts were scored for it.</summary>
    private int FindAll(ConceptPart rarest, in Window window, int count, bool promising, Span<ulong> ever, Span<ulong> set, Span<float> partial, ref float rest)
    {
        var done = 0;
        if (!promising)
            rarest.Match(window, set);
        if (promising || IsWorthScoring(rarest, window, rest))
        {
            _order.MoveToFront(Array.IndexOf(_bag.Scored, rarest), 0, count);
            AddRequired(rarest, _order[done++], window, ever, set, partial, ref rest);
        }

        foreach (var part in _bag.Required)
        {
            if (!ReferenceEquals(part, rarest) && part is not PatternPart && !IsScoredAtOnce(part, promising))
                part.Narrow(window, set);
        }

        for (var i = 0; i < _bag.Required.Length; i++)
        {
            if (_bag.Scored[i] is not ConceptPart part || ReferenceEquals(part, rarest) || !IsScoredAtOnce(part, promising))
                continue;
            _order.MoveToFront(i, done, count);
            AddRequired(part, _order[done], window, done++ == 0 ? ever : default, set, partial, ref rest);
        }

        BagPart.NarrowAll(_bag.Filters, rarest, window, set);
        _bag.Exclude(window, set);
        if (done == 0)
            Begin(ever, set, partial);
        return done;
    }

    // One list is read faster if it has only to be seen which documents are there; but not twice.
    private static bool IsScoredAtOnce(Part part, bool promising) => part is ConceptPart concept && (promising || concept.Lists.Count > 1);

    // Where the others have many more postings, those of the rarest part that cannot get there with what the others add are best ruled out
    // first; unless the others add so much that few would be.
    private bool IsWorthScoring(ConceptPart rarest, in Window window, float rest)
    {
        var bound = rarest.Bound(window.Number);
        if (Needed <= 0 || rest - bound > bound)
            return false;
        var others = 0L;
        foreach (var part in _bag.Required)
            others += part is ConceptPart concept ? concept.PostingsIn(window) : 0;
        return others > ManyMore * rarest.PostingsIn(window);
    }

    /// <summary>Scores the rarest of the required parts, and then the others for the documents that have it; returns how many parts these were.</summary>
    private int ScoreRarest(in Window window, int count, Span<ulong> ever, Span<ulong> set, Span<float> partial, ref float rest)
    {
        var rarest = Array.IndexOf(_bag.Scored, _bag.Rarest(window));
        var bound = _bag.Scored[rarest].Bound(window.Number);
        _order.MoveToFront(rarest, 0, count);
        _scored[rarest] = true;
        _bag.Scored[rarest].ScoreAll(window, Needed - (_all - bound), ever);
        rest -= bound;
        FindCandidates(1, Needed - rest, ever, set, partial);
        var done = 1;
        for (var i = 0; i < _bag.Required.Length; i++)
        {
            if (i == rarest || _bag.Scored[i] is PatternPart)
                continue;
            if (_bag.Scored[i] is not ConceptPart part)
            {
                _bag.Scored[i].Narrow(window, set);
                continue;
            }

            _order.MoveToFront(i, done, count);
            AddRequired(part, _order[done++], window, default, set, partial, ref rest);
        }

        return done;
    }

    /// <summary>
    /// Finds the documents of a sparse window that have a form which can be enough with all that is not needed, or two forms of what is
    /// needed: most have one only, and are never scored.
    /// </summary>
    private void FindTogether(in Window window, int count, Span<ulong> found, float rest)
    {
        var needed = Needed;
        var (left, essential) = (rest, 0);
        // As long as the best of them and what is not looked at could do together, the next one is looked at too.
        while (essential < count && (_order[0].Bound + left >= needed || needed <= 0))
            left -= _order[essential++].Bound;
        // Beside one another they are only where there are two, and those are found for that.
        if (essential == count && _candidates.NearnessNeedsTwo)
            left = 0;
        var seen = _scratch.Candidates(2, window.Words);
        for (var i = 0; i < essential; i++)
        {
            var (part, bound) = _order[i];
            _bag.Scored[part].Find(window, needed - Math.Max(0, left), needed - (_all - bound), seen, found);
        }
    }

    private void FindCandidates(int done, float least, Span<ulong> ever, Span<ulong> set, Span<float> partial)
    {
        if (!_segment.IsSparse)
        {
            if (done == 1 && _bag.Scored[_order[0].Part].FindAbove(least, set, partial))
                return;
            for (var i = 0; i < done; i++)
                _bag.Scored[_order[i].Part].AddTo(partial, first: i == 0);
            WindowSet.AtLeast(partial, Math.Max(float.Epsilon, least), set);
            return;
        }

        ever.CopyTo(set);
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            var sum = 0f;
            for (var i = 0; i < done; i++)
                sum += _bag.Scored[_order[i].Part].Got(place);
            partial[place] = sum;
            if (sum <= 0 || sum < least)
                WindowSet.Remove(set, place);
        }
    }

    private void AddPart((int Part, float Bound) part, in Window window, Span<ulong> set, Span<float> partial, ref float rest)
    {
        var added = _bag.Scored[part.Part];
        _scored[part.Part] = true;
        rest = Math.Max(0, rest - part.Bound);
        var needed = Needed;
        added.Score(window, set, needed - (_all - part.Bound));
        added.AddTo(set, partial, needed - rest);
    }

    /// <summary>Scores a concept for the documents of a set, and keeps those that have it and can still get there.</summary>
    private void AddRequired(ConceptPart added, (int Part, float Bound) part, in Window window, Span<ulong> ever, Span<ulong> set, Span<float> partial, ref float rest)
    {
        _scored[part.Part] = true;
        rest = Math.Max(0, rest - part.Bound);
        added.Score(window, set, 0);
        added.KeepMatches(set);
        if (!ever.IsEmpty)
            Begin(ever, set, partial);
        added.AddTo(set, partial, Needed - rest);
    }

    /// <summary>From here on something is kept of the documents of a set, and of no other.</summary>
    private static void Begin(Span<ulong> ever, ReadOnlySpan<ulong> set, Span<float> partial)
    {
        set.CopyTo(ever);
        WindowSet.ClearAt(set, partial);
    }

    private void Clean(in Window window, Span<ulong> ever)
    {
        for (var part = 0; part < _scored.Length; part++)
        {
            if (_scored[part])
                _bag.Scored[part].Clean(window, ever);
            _scored[part] = false;
        }
    }
}
