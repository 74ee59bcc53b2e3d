namespace SearchService.Language.Alignment;

/// <summary>
/// Which word of a headline stands for which of the title: IBM Model 1 in both directions by expectation-maximisation (Brown et al., The
/// Mathematics of Statistical Machine Translation, Computational Linguistics 19, 1993), with what is known beforehand as pseudo-counts
/// and smoothed for rare words (Moore, Improving IBM Word-Alignment Model 1, ACL 2004). A link is what both directions hold likelier than not.
/// </summary>
internal sealed class WordAlignment
{
    private const int Steps = 5;

    /// <summary>How many sightings something known beforehand counts for.</summary>
    private const float KnownCount = 3;

    /// <summary>How many times likelier it is at first than what is not known.</summary>
    private const float KnownAtFirst = 20;

    /// <summary>Added for each word that a word was never aligned to, lest a rare word is taken for everything beside it.</summary>
    private const float Smoothing = 0.002f;

    /// <summary>How many words of each title stand for nothing on the other side, where nothing better is found; a word is one of about eight.</summary>
    private const float Nothing = 2 / 8f;

    private const float LeastPosterior = 0.5f;

    private readonly Cooccurrences _together;
    private readonly float[] _known;
    private readonly float[] _hindiGivenEnglish;
    private readonly float[] _englishGivenHindi;
    private float[] _toHindi = [];
    private float[] _toEnglish = [];
    private Link[] _links = [];

    /// <summary>Learns.</summary>
    /// <param name="together">The pairs.</param>
    /// <param name="known">For each two, how surely they are known to render one another, in [0, 1].</param>
    /// <param name="cancellation">Gives up between steps.</param>
    public WordAlignment(Cooccurrences together, float[] known, CancellationToken cancellation)
    {
        (_together, _known) = (together, known);
        _hindiGivenEnglish = [.. known.Select(sure => 1 + (KnownAtFirst * sure))];
        _englishGivenHindi = [.. _hindiGivenEnglish];
        var (toHindi, toEnglish) = (new float[together.Count], new float[together.Count]);
        for (var step = 0; step < Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            Array.Clear(toHindi);
            Array.Clear(toEnglish);
            for (var pair = 0; pair < together.Pairs; pair++)
                Expect(pair, step > 0, toHindi, toEnglish);
            Maximise(toHindi, together.EnglishOf, together.EnglishCount.Length, together.HindiCount.Length, _hindiGivenEnglish);
            Maximise(toEnglish, together.HindiOf, together.HindiCount.Length, together.EnglishCount.Length, _englishGivenHindi);
        }
    }

    /// <summary>The links of a pair, for each of its twos in the order of <see cref="Cooccurrences.Cells"/>. Valid until the next call.</summary>
    public ReadOnlySpan<Link> Links(int pair)
    {
        var cells = _together.Cells(pair);
        Posteriors(pair, withNothing: true);
        if (_links.Length < cells.Length)
            _links = new Link[cells.Length];
        for (var at = 0; at < cells.Length; at++)
        {
            var (hindi, english) = (_toHindi[at] > LeastPosterior, _toEnglish[at] > LeastPosterior);
            _links[at] = hindi && english ? Link.Both : hindi || english ? Link.OneWay : Link.None;
        }

        return _links.AsSpan(0, cells.Length);
    }

    /// <summary>P(English word | Hindi word's place) and the other way round for every two of a pair.</summary>
    private void Posteriors(int pair, bool withNothing)
    {
        var cells = _together.Cells(pair);
        var english = _together.English(pair);
        var hindi = _together.Hindi(pair);
        if (_toHindi.Length < cells.Length)
            (_toHindi, _toEnglish) = (new float[cells.Length * 2], new float[cells.Length * 2]);
        for (var column = 0; column < hindi.Length; column++)
        {
            var all = withNothing ? Nothing * _together.HindiCount[hindi[column]] / _together.Pairs : 0;
            for (var at = column; at < cells.Length; at += hindi.Length)
                all += _toHindi[at] = _hindiGivenEnglish[cells[at]];
            for (var at = column; at < cells.Length; at += hindi.Length)
                _toHindi[at] /= all;
        }

        for (var row = 0; row < english.Length; row++)
        {
            var all = withNothing ? Nothing * _together.EnglishCount[english[row]] / _together.Pairs : 0;
            for (var at = row * hindi.Length; at < (row + 1) * hindi.Length; at++)
                all += _toEnglish[at] = _englishGivenHindi[cells[at]];
            for (var at = row * hindi.Length; at < (row + 1) * hindi.Length; at++)
                _toEnglish[at] /= all;
        }
    }

    private void Expect(int pair, bool withNothing, float[] toHindi, float[] toEnglish)
    {
        Posteriors(pair, withNothing);
        var cells = _together.Cells(pair);
        for (var at = 0; at < cells.Length; at++)
        {
            toHindi[cells[at]] += _toHindi[at];
            toEnglish[cells[at]] += _toEnglish[at];
        }
    }

    private void Maximise(float[] counts, int[] given, int givenWords, int words, float[] probability)
    {
        var all = new float[givenWords];
        for (var cell = 0; cell < counts.Length; cell++)
            all[given[cell]] += counts[cell] + (KnownCount * _known[cell]);
        for (var cell = 0; cell < counts.Length; cell++)
            probability[cell] = (counts[cell] + (KnownCount * _known[cell]) + Smoothing) / (all[given[cell]] + (Smoothing * words));
    }
}

/// <summary>How two words of a pair belong together.</summary>
internal enum Link : byte
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>In one direction.</summary>
    OneWay,

    /// <summary>In both directions.</summary>
    Both,
}
