using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    private readonly SegmentView _segment;
    private readonly BagPart _bag;
    private readonly Scratch _scratch;
    private readonly ArticleOffers _offers;
    private readonly (int Part, float Bound)[] _order;
    private readonly float[]?[] _scores;
    private readonly float[] _slow;
    private readonly (int First, int Second)[] _neighbours;

    /// <summary>Scores the windows of a segment.</summary>
    public BagScorer(SegmentView segment, BagPart bag, Scratch scratch, ArticleOffers offers)
    {
        (_segment, _bag, _scratch, _offers) = (segment, bag, scratch, offers);
        _order = new (int, float)[bag.Scored.Length];
        _scores = new float[]?[bag.Scored.Length];
        _slow = new float[bag.Scored.Length];
        _neighbours = Array.ConvertAll(bag.Nearness, pair => (Array.IndexOf(bag.Scored, pair.First), Array.IndexOf(bag.Scored, pair.Second)));
    }

    private float Needed => _offers.Needed * Slack;

    /// <summary>The most that a document of a window gets.</summary>
    public float Bound(int window) => _bag.Bound(window);

    /// <summary>Offers those documents of a window that may be among the best.</summary>
    public void Offer(in Window window)
    {
        var (nearness, slow) = (0f, 0f);
        foreach (var pair in _bag.Nearness)
            nearness += Math.Max(0, pair.Bound(window.Number));
        var (count, all) = Order(window.Number, ref slow);
        if (all + slow + nearness < Needed)
            return;
        var ever = _scratch.Candidates(0, window.Words);
        var set = _scratch.Candidates(1, window.Words);
        var partial = _scratch.Partial(64 * window.Words);
        var rest = all + slow + nearness;
        var done = 0;
        if (_bag.Required.Length == 0 && _bag.Counts)
        {
            done = ScoreEssential(window, count, ever, set, partial, ref rest);
            BagPart.NarrowAll(_bag.Filters, null, window, set);
            _bag.Exclude(window, set);
        }
        else
        {
            Match(window, set);
            set.CopyTo(ever);
            for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
                partial[place] = 0;
        }

        for (var i = done; i < count && WindowSet.Next(set, 0) >= 0; i++)
            AddPart(_order[i], window, set, partial, ref rest);
        OfferAll(window, set, partial, rest);
        Clean(window, ever);
    }

    /// <summary>The parts by what they can add in the window, largest first, those aside that are scored document by document at the end.</summary>
    private (int Count, float Sum) Order(int window, ref float slow)
    {
        var (count, sum) = (0, 0f);
        for (var i = 0; i < _bag.Scored.Length; i++)
        {
            if (_bag.Scored[i].Bound(window) is not (>= 0 and var bound))
                continue;
            if (_bag.Scored[i] is PatternPart)
            {
                slow += bound;
                continue;
            }

            var at = count++;
            for (; at > 0 && _order[at - 1].Bound < bound; at--)
                _order[at] = _order[at - 1];
            _order[at] = (i, bound);
            sum += bound;
        }

        return (count, sum);
    }

    /// <summary>Scores the parts without which no document gets there, and finds who still may; returns how many parts these were.</summary>
    private int ScoreEssential(in Window window, int count, Span<ulong> ever, Span<ulong> set, Span<float> partial, ref float rest)
    {
        var (needed, all, done) = (Needed, rest, 0);
        while (done < count && (rest >= needed || needed <= 0))
        {
            var (part, bound) = _order[done++];
            var scores = Scores(part, partial.Length);
            _bag.Scored[part].ScoreAll(window, needed - (all - bound), scores, ever);
            rest -= bound;
            if (!_segment.IsSparse)
                Add(scores, partial, first: done == 1);
        }

        // What is left to the others can have become a little less than nothing.
        rest = Math.Max(0, rest);
        if (!_segment.IsSparse)
        {
            WindowSet.AtLeast(partial, Math.Max(float.Epsilon, needed - rest), set);
            return done;
        }

        ever.CopyTo(set);
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            var sum = 0f;
            for (var i = 0; i < done; i++)
                sum += ScoreOf(_order[i].Part, place);
            partial[place] = sum;
            if (sum + rest < needed)
                WindowSet.Remove(set, place);
        }

        return done;
    }

    /// <summary>Finds the documents that match; of arrangements of words only that the words are there.</summary>
    private void Match(in Window window, Span<ulong> set)
    {
        if (_bag.Required.Length == 0)
        {
            _bag.Match(window, set);
            return;
        }

        var lead = _bag.Rarest(window);
        if (lead is PatternPart arranged)
            arranged.MatchWords(window, set);
        else
            lead.Match(window, set);
        foreach (var part in _bag.Required)
        {
            if (!ReferenceEquals(part, lead) && part is not PatternPart)
                part.Narrow(window, set);
        }

        BagPart.NarrowAll(_bag.Filters, lead, window, set);
        _bag.Exclude(window, set);
    }

    private void AddPart((int Part, float Bound) part, in Window window, Span<ulong> set, Span<float> partial, ref float rest)
    {
        var scores = Scores(part.Part, partial.Length);
        _bag.Scored[part.Part].Score(window, set, scores);
        rest = Math.Max(0, rest - part.Bound);
        var needed = Needed;
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            partial[place] += scores[place];
            if (partial[place] + rest < needed)
                WindowSet.Remove(set, place);
        }
    }

    private void OfferAll(in Window window, Span<ulong> set, Span<float> partial, float rest)
    {
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            if (partial[place] + rest < Needed || _segment.Live?.Get(window.Start + place) == false)
                continue;
            if (Score(window, place) is >= 0 and var score)
                _offers.Offer(_segment, window.Start + place, score);
        }
    }

    /// <summary>The score as it is defined: part by part in the order of the query. <see cref="Part.None"/> when it does not match or is not needed.</summary>
    private float Score(in Window window, int place)
    {
        for (var i = 0; i < _slow.Length; i++)
        {
            if (_bag.Scored[i] is not PatternPart pattern)
                continue;
            _slow[i] = pattern.ScoreOf(window.Start + place);
            if (_slow[i] < 0 && i < _bag.Required.Length)
                return Part.None;
            _slow[i] = Math.Max(0, _slow[i]);
        }

        var score = 0f;
        for (var i = 0; i < _slow.Length; i++)
            score += _bag.Scored[i] is PatternPart ? _slow[i] : ScoreOf(i, place);
        return _bag.Nearness.Length > 0 && score + Gains(place) < Needed ? Part.None : WithNearness(window, place, score);
    }

    private float Gains(int place)
    {
        var sum = 0f;
        for (var i = 0; i < _neighbours.Length; i++)
            sum += AreThere(_neighbours[i], place) ? _bag.Nearness[i].Most : 0;
        return sum;
    }

    private float WithNearness(in Window window, int place, float score)
    {
        for (var i = 0; i < _neighbours.Length; i++)
        {
            if (AreThere(_neighbours[i], place))
                score += _bag.Nearness[i].ScoreOf(window.Start + place);
        }

        return score;
    }

    private bool AreThere((int First, int Second) pair, int place) =>
        (pair.First < 0 || ScoreOf(pair.First, place) > 0) && (pair.Second < 0 || ScoreOf(pair.Second, place) > 0);

    private float ScoreOf(int part, int place) => _scores[part] is { } scores ? scores[place] : 0;

    private Span<float> Scores(int part, int length) => (_scores[part] = _scratch.Scores(part, length)).AsSpan(0, length);

    private void Clean(in Window window, Span<ulong> ever)
    {
        for (var part = 0; part < _scores.Length; part++)
        {
            if (_scores[part] is not { } scores)
                continue;
            _scores[part] = null;
            if (!_segment.IsSparse)
            {
                scores.AsSpan(0, 64 * window.Words).Clear();
                continue;
            }

            for (var place = WindowSet.Next(ever, 0); place >= 0; place = WindowSet.Next(ever, place + 1))
                scores[place] = 0;
        }
    }

    private static void Add(ReadOnlySpan<float> scores, Span<float> partial, bool first)
    {
        if (first)
        {
            scores.CopyTo(partial);
            return;
        }

        ref var from = ref MemoryMarshal.GetReference(scores[..partial.Length]);
        ref var to = ref MemoryMarshal.GetReference(partial);
        for (nuint at = 0; at < (nuint)partial.Length; at += 8)
            (Vector256.LoadUnsafe(ref to, at) + Vector256.LoadUnsafe(ref from, at)).StoreUnsafe(ref to, at);
    }
}
