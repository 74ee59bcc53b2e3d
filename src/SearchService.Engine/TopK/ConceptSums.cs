using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>
/// What the worths of a concept sum up to for the documents of the window at hand. Scores are made of the sums when they are asked for, since
/// most documents are ruled out by their sums.
/// </summary>
/// <param name="number">The concept's number in the query.</param>
/// <param name="rarity">Its rarity.</param>
/// <param name="doubtful">Whether any of its forms here has less than full weight.</param>
/// <param name="scratch">Memory of the search.</param>
internal sealed class ConceptSums(int number, float rarity, bool doubtful, Scratch scratch)
{
    private float[]? _sums;
    private float[]? _strengths;
    private ulong[]? _lists;

    // Whether any list of the window at hand has less than full weight.
    private bool _hasDoubtful;

    /// <summary>Whether it is kept which lists each document has.</summary>
    public bool KeepsLists { get; set; }

    /// <summary>A sum for each document; empty before <see cref="Begin"/>.</summary>
    public Span<float> Sums => _sums;

    /// <summary>
    /// The largest weight of the forms that each document has, 0 where it is a full one; empty for a list of full weight. Lists come strongest
    /// first, so that the first one that a document has is the one that says it.
    /// </summary>
    public Span<float> StrengthsFor(float weight)
    {
        if (weight >= ConceptQuery.FullWeight)
            return default;
        _hasDoubtful = true;
        return _strengths;
    }

    /// <summary>The lists that each document has, a bit for each by <see cref="BitOf"/>; empty where that is not kept.</summary>
    public Span<ulong> Lists => _lists;

    /// <summary>The bit of a list; those from the 64th on have one together.</summary>
    public static ulong BitOf(int list) => 1UL << Math.Min(list, 63);

    /// <summary>Begins a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="touched">Documents that may have sums from before, since a query may have a concept twice; empty for all.</param>
    public void Begin(in Window window, ReadOnlySpan<ulong> touched)
    {
        Clean(window, touched);
        _sums = scratch.Numbers(2 * number, 64 * window.Words);
        _strengths = doubtful ? scratch.Numbers((2 * number) + 1, 64 * window.Words) : null;
        _lists = KeepsLists ? scratch.Lists(number, 64 * window.Words) : null;
    }

    /// <summary>Ends a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="touched">Documents that may have sums; empty for all.</param>
    public void Clean(in Window window, ReadOnlySpan<ulong> touched)
    {
        if (_sums is null)
            return;
        Clear(_sums.AsSpan(0, 64 * window.Words), touched);
        if (_strengths is not null && _hasDoubtful)
            Clear(_strengths.AsSpan(0, 64 * window.Words), touched);
        if (_lists is not null)
            Clear(_lists.AsSpan(0, 64 * window.Words), touched);
        (_sums, _strengths, _lists, _hasDoubtful) = (null, null, null, false);
    }

    /// <summary>Adds a worth of a form.</summary>
    public void Add(int place, float worth, float weight, int list)
    {
        if (_sums![place] == 0 && StrengthsFor(weight) is { IsEmpty: false } strengths)
            strengths[place] = weight;
        _sums[place] += worth;
        if (_lists is not null)
            _lists[place] |= BitOf(list);
    }

    /// <summary>The sum of a document; infinite where it is not known.</summary>
    public float Of(int place) => _sums is null ? float.PositiveInfinity : _sums[place];

    /// <summary>Writes down what the documents of a window come to at most.</summary>
    public void Learn(in Window window, KnownMaxima.OfSegment known)
    {
        for (var word = 0; word < window.Words; word++)
        {
            var (sum, score) = Saturation.Most(_sums.AsSpan(64 * word, 64), _hasDoubtful ? _strengths.AsSpan(64 * word, 64) : default, rarity);
            if (sum <= 0)
                continue;
            var at = (window.Start / 64) + word;
            known.Steps[at] = (byte)(1 + Math.Min(254, (int)(score / KnownMaxima.StepOf(rarity))));
            ref var mostSum = ref known.Sums[at / (KnownMaxima.Range / 64)];
            ref var mostScore = ref known.Scores[at / (KnownMaxima.Range / 64)];
            (mostSum, mostScore) = (Math.Max(mostSum, sum), Math.Max(mostScore, score));
        }
    }

    /// <summary>The lists that a document has, by their bits; all where that is not known.</summary>
    public ulong ListsOf(int place) => _lists is null ? ulong.MaxValue : _lists[place];

    /// <summary>The score of a document; 0 for those that do not match.</summary>
    public float Score(int place) =>
        _sums is { } sums && sums[place] > 0 ? ConceptQuery.Score(rarity, _hasDoubtful && _strengths![place] is > 0 and var strength ? strength : 1, sums[place]) : 0;

    /// <summary>Adds the scores of the documents of a set to some totals, and keeps in it those whose totals come to so much.</summary>
    public void AddScores(Span<ulong> set, Span<float> totals, float least) => Narrow(set, totals, first: false, least);

    /// <summary>Adds the scores of all documents to some totals.</summary>
    public void AddScores(Span<float> totals, bool first) => Saturation.Add(_sums.AsSpan(0, totals.Length), _hasDoubtful ? _strengths : null, rarity, totals, first);

    /// <summary>Finds the documents that score so much or nearly, and writes their scores.</summary>
    public void FindAbove(float least, Span<ulong> set, Span<float> scores)
    {
        WindowSet.AtLeast(_sums.AsSpan(0, 64 * set.Length), Math.Max(float.Epsilon, ConceptQuery.SumFor(rarity, least) * BagScorer.Slack), set);
        Narrow(set, scores, first: true, float.NegativeInfinity);
    }

    private void Narrow(Span<ulong> set, Span<float> totals, bool first, float least) =>
        Saturation.Narrow(set, _sums, _hasDoubtful ? _strengths : null, rarity, totals, first, least);

    private static void Clear<T>(Span<T> numbers, ReadOnlySpan<ulong> touched)
        where T : struct
    {
        if (touched.IsEmpty)
            numbers.Clear();
        else
            WindowSet.ClearAt(touched, numbers);
    }
}
