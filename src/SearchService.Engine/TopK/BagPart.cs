namespace SearchService.Engine.TopK;

/// <summary>Parts that belong together: all of the required, none of the prohibited, and where nothing is required any of the optional.</summary>
/// <param name="required">Parts that must be there.</param>
/// <param name="optional">Parts that are better there.</param>
/// <param name="prohibited">Parts that must not be there.</param>
/// <param name="filters">Parts that must be there and do not count.</param>
/// <param name="nearness">What neighbours among the parts gain.</param>
internal sealed class BagPart(Part[] required, Part[] optional, Part[] prohibited, Part[] filters, NearnessPart[] nearness) : Part
{
    private float[] _scores = [];

    /// <summary>The parts that count, in the order in which scores are summed.</summary>
    public Part[] Scored { get; } = [.. required, .. optional];

    /// <summary>Parts that must be there.</summary>
    public Part[] Required => required;

    /// <summary>Parts that must be there and do not count.</summary>
    public Part[] Filters => filters;

    /// <summary>Parts that must not be there.</summary>
    public Part[] Prohibited => prohibited;

    /// <summary>What neighbours gain.</summary>
    public NearnessPart[] Nearness => nearness;

    /// <summary>The one concept that is all there is; null where there is more.</summary>
    public ConceptPart? Alone => Scored.Length == 1 && filters.Length == 0 && prohibited.Length == 0 && nearness.Length == 0 ? Scored[0] as ConceptPart : null;

    /// <summary>Whether nothing positive is asked.</summary>
    public bool IsOpen => required.Length == 0 && optional.Length == 0;

    /// <inheritdoc/>
    public override bool Counts { get; } = required.Length > 0
        ? Array.Exists(required, part => part.Counts)
        : optional.Length > 0 && Array.TrueForAll(optional, part => part.Counts);

    /// <inheritdoc/>
    public override float Bound(int window)
    {
        var sum = 0f;
        foreach (var part in required)
        {
            if (part.Bound(window) is not (>= 0 and var bound))
                return None;
            sum += bound;
        }

        foreach (var part in filters)
        {
            if (part.Bound(window) < 0)
                return None;
        }

        var any = required.Length > 0 || IsOpen;
        foreach (var part in optional)
        {
            if (part.Bound(window) is not (>= 0 and var bound))
                continue;
            (sum, any) = (sum + bound, true);
        }

        if (!any)
            return None;
        foreach (var part in nearness)
            sum += Math.Max(0, part.Bound(window));
        return sum;
    }

    /// <inheritdoc/>
    public override int CountIn(in Window window)
    {
        var least = window.Length;
        foreach (var part in required)
            least = Math.Min(least, part.CountIn(window));
        foreach (var part in filters)
            least = Math.Min(least, part.CountIn(window));
        if (required.Length > 0 || IsOpen)
            return least;
        var sum = 0L;
        foreach (var part in optional)
            sum += part.CountIn(window);
        return (int)Math.Min(least, sum);
    }

    /// <inheritdoc/>
    public override void Match(in Window window, Span<ulong> set)
    {
        Span<ulong> found = new ulong[window.Words];
        if (required.Length == 0 && !IsOpen)
        {
            foreach (var part in optional)
                part.Match(window, found);
            NarrowAll(filters, null, window, found);
        }
        else
        {
            var lead = Rarest(window);
            lead.Match(window, found);
            NarrowAll(required, lead, window, found);
            NarrowAll(filters, lead, window, found);
        }

        Exclude(window, found);
        WindowSet.Or(set, found);
    }

    /// <summary>Adds the documents of a window that match to an empty set; of arrangements of words only that the words are there.</summary>
    public void MatchWords(in Window window, Span<ulong> set)
    {
        if (required.Length == 0)
        {
            Match(window, set);
            return;
        }

        var lead = Rarest(window);
        if (lead is PatternPart arranged)
            arranged.MatchWords(window, set);
        else
            lead.Match(window, set);
        foreach (var part in required)
        {
            if (!ReferenceEquals(part, lead) && part is not PatternPart)
                part.Narrow(window, set);
        }

        NarrowAll(filters, lead, window, set);
        Exclude(window, set);
    }

    /// <inheritdoc/>
    public override float ScoreOf(int document)
    {
        var sum = 0f;
        foreach (var part in required)
        {
            if (part.ScoreOf(document) is not (>= 0 and var score))
                return None;
            sum += score;
        }

        foreach (var part in filters)
        {
            if (part.ScoreOf(document) < 0)
                return None;
        }

        foreach (var part in prohibited)
        {
            if (part.ScoreOf(document) >= 0)
                return None;
        }

        var any = required.Length > 0 || IsOpen;
        foreach (var part in optional)
        {
            if (part.ScoreOf(document) is not (>= 0 and var score))
                continue;
            (sum, any) = (sum + score, true);
        }

        if (!any)
            return None;
        foreach (var part in nearness)
            sum += part.ScoreOf(document);
        return sum;
    }

    /// <inheritdoc/>
    public override void Score(in Window window, ReadOnlySpan<ulong> set, float least)
    {
        if (_scores.Length < 64 * window.Words)
            _scores = new float[64 * window.Words];
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
            _scores[place] = Math.Max(0, ScoreOf(window.Start + place));
    }

    /// <inheritdoc/>
    public override void ScoreAll(in Window window, float least, Span<ulong> set)
    {
        Span<ulong> matched = new ulong[window.Words];
        Match(window, matched);
        _scores = new float[64 * window.Words];
        Score(window, matched, least);
        WindowSet.Or(set, matched);
    }

    /// <inheritdoc/>
    public override float Got(int place) => _scores[place];

    /// <inheritdoc/>
    public override void AddTo(Span<float> sums, bool first)
    {
        for (var place = 0; place < sums.Length; place++)
            sums[place] = first ? _scores[place] : sums[place] + _scores[place];
    }

    /// <inheritdoc/>
    public override void Clean(in Window window, ReadOnlySpan<ulong> touched) => _scores = [];

    /// <summary>The required part or filter that the fewest documents of a window match; all documents where there is none.</summary>
    public Part Rarest(in Window window)
    {
        Part? rarest = null;
        var least = int.MaxValue;
        foreach (var part in required)
        {
            // That an arrangement is there is found last, if its words are parts too.
            if (part is PatternPart { NeedsAll: true } ? required.Length == 1 : part.CountIn(window) < least)
                (rarest, least) = (part, part.CountIn(window));
        }

        foreach (var part in filters)
        {
            if (part.CountIn(window) is var count && count < least)
                (rarest, least) = (part, count);
        }

        return rarest ?? new EveryPart();
    }

    /// <summary>Takes documents out of a set that match a prohibited part.</summary>
    public void Exclude(in Window window, Span<ulong> set)
    {
        foreach (var part in prohibited)
        {
            if (part.Bound(window.Number) < 0)
                continue;
            var gone = set.ToArray();
            part.Narrow(window, gone);
            WindowSet.Without(set, gone);
        }
    }

    /// <summary>Keeps those documents of a set that match some parts, but for one of them that has been seen to.</summary>
    public static void NarrowAll(Part[] parts, Part? but, in Window window, Span<ulong> set)
    {
        foreach (var part in parts)
        {
            if (!ReferenceEquals(part, but))
                part.Narrow(window, set);
        }
    }
}
