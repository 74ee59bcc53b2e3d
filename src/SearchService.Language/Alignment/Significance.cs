namespace SearchService.Language.Alignment;

/// <summary>
/// How unlikely it is that two words stand together in so many pairs by chance: Fisher's exact test
/// (Johnson, Martin, Foster and Kuhn, Improving Translation Quality by Discarding Most of the Phrasetable, EMNLP 2007).
/// </summary>
internal sealed class Significance
{
    private const double Epsilon = 0.01;

    // Terms smaller than this part of the sum no longer change it.
    private const double Negligible = 1e-9;

    private readonly double[] _logFactorials;

    /// <summary>For a corpus of so many pairs.</summary>
    public Significance(int pairs)
    {
        Pairs = pairs;
        _logFactorials = new double[pairs + 1];
        for (var number = 2; number <= pairs; number++)
            _logFactorials[number] = _logFactorials[number - 1] + Math.Log(number);
    }

    /// <summary>Pairs in all.</summary>
    public int Pairs { get; }

    /// <summary>The least that counts: more than two words have that were each seen once, and together.</summary>
    public double Least => Math.Log(Math.Max(1, Pairs)) + Epsilon;

    /// <summary>Whether so many pairs in common are more than chance.</summary>
    public bool Holds(int both, int left, int right) => OfChance(both, left, right) > Least;

    /// <summary>-ln of the probability that at least <paramref name="both"/> pairs hold the two by chance.</summary>
    /// <param name="both">Pairs that hold the two.</param>
    /// <param name="left">Pairs that hold the one.</param>
    /// <param name="right">Pairs that hold the other.</param>
    public double OfChance(int both, int left, int right)
    {
        var most = Math.Min(left, right);
        var first = LogProbability(both, left, right);
        double sum = 1, term = 1;
        for (var more = both; more < most; more++)
        {
            term *= (double)(left - more) * (right - more) / ((more + 1.0) * (Pairs - left - right + more + 1.0));
            if (!double.IsFinite(term))
                return 0;
            sum += term;
            if (term < sum * Negligible)
                break;
        }

        return Math.Max(0, -(first + Math.Log(sum)));
    }

    private double LogProbability(int both, int left, int right)
    {
        var neither = Pairs - left - right + both;
        return neither < 0 || both > Math.Min(left, right)
            ? 0
            : _logFactorials[left] + _logFactorials[Pairs - left] + _logFactorials[right] + _logFactorials[Pairs - right]
                - _logFactorials[Pairs] - _logFactorials[both] - _logFactorials[left - both] - _logFactorials[right - both] - _logFactorials[neither];
    }
}
