namespace SearchService.Engine.TopK;

/// <summary>
/// Scores the candidates of a window one by one: what depends on positions is looked at only while the document can still get among the
/// best with the most that it can gain, and the score is then summed part by part in the order of the query.
/// </summary>
internal sealed class CandidateScorer
{
    private readonly SegmentView _segment;
    private readonly BagPart _bag;
    private readonly bool[] _scored;
    private readonly ArticleOffers _offers;
    private readonly PatternPart? _pattern;
    private readonly int _patternAt;
    private readonly (int First, int Second)[] _neighbours;
    private readonly float[] _scores;

    /// <summary>Scores candidates of a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="bag">The query.</param>
    /// <param name="scored">By part, whether it knows what documents of the window at hand get; the others add nothing.</param>
    /// <param name="offers">Where documents are offered.</param>
    public CandidateScorer(SegmentView segment, BagPart bag, bool[] scored, ArticleOffers offers)
    {
        (_segment, _bag, _scored, _offers) = (segment, bag, scored, offers);
        // Parts of a query that are arrangements have a bag of their own; only where the query is one it stands here, and is required.
        _patternAt = Array.FindIndex(bag.Required, part => part is PatternPart);
        _pattern = _patternAt < 0 ? null : (PatternPart)bag.Required[_patternAt];
        _neighbours = Array.ConvertAll(bag.Nearness, pair => (Array.IndexOf(bag.Scored, pair.First), Array.IndexOf(bag.Scored, pair.Second)));
        _scores = new float[scored.Length];
        NearnessNeedsTwo = Array.TrueForAll(_neighbours, pair => pair.First >= 0 && pair.Second >= 0 && pair.First != pair.Second);
    }

    /// <summary>Whether only a document that has two parts gains by what stands side by side.</summary>
    public bool NearnessNeedsTwo { get; }

    private float Needed => _offers.Needed * BagScorer.Slack;

    /// <summary>Offers the documents of a set that get there.</summary>
    /// <param name="window">The window.</param>
    /// <param name="set">The documents.</param>
    /// <param name="partial">What they have so far.</param>
    /// <param name="rest">What a document can gain at most.</param>
    public void Offer(in Window window, ReadOnlySpan<ulong> set, ReadOnlySpan<float> partial, float rest)
    {
        for (var place = WindowSet.Next(set, 0); place >= 0; place = WindowSet.Next(set, place + 1))
        {
            var document = window.Start + place;
            if (partial[place] + rest < Needed || _segment.Live?.Get(document) == false)
                continue;
            if (Score(document, place, partial[place]) is >= 0 and var score)
                _offers.Offer(_segment, document, score);
        }
    }

    private float Score(int document, int place, float partial)
    {
        var arranged = 0f;
        if (_pattern is not null)
        {
            if (partial + _pattern.MostOf(place) < Needed)
                return Part.None;
            arranged = _pattern.ScoreAt(document, place);
            if (arranged < 0)
                return Part.None;
        }

        var score = 0f;
        for (var i = 0; i < _scored.Length; i++)
            score += _scores[i] = i == _patternAt ? arranged : _scored[i] ? _bag.Scored[i].Got(place) : 0;
        if (_neighbours.Length == 0)
            return score;

        var gain = 0f;
        for (var i = 0; i < _neighbours.Length; i++)
            gain += AreThere(_neighbours[i]) ? _bag.Nearness[i].MostOf(document, place) : 0;
        for (var i = 0; i < _neighbours.Length && gain > 0; i++)
        {
            if (!AreThere(_neighbours[i]))
                continue;
            if (score + gain < Needed)
                return Part.None;
            var gained = _bag.Nearness[i].ScoreOf(document);
            score += gained;
            gain -= _bag.Nearness[i].MostOf(document, place);
        }

        return score;
    }

    private bool AreThere((int First, int Second) pair) => (pair.First < 0 || _scores[pair.First] > 0) && (pair.Second < 0 || _scores[pair.Second] > 0);
}
