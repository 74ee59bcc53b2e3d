namespace SearchService.Engine.Comparisons;

/// <summary>How much more a word belongs to one body of text than to another.</summary>
internal static class Keyness
{
    /// <summary>Log-likelihood of at least this is owed to chance once in a thousand words that the two bodies use alike (chi-squared, one degree of freedom).</summary>
    public const double Significant = 10.83;

    /// <summary>What a word that one body lacks is taken to occur there, so that a ratio can be told (Hardie 2014).</summary>
    private const double Absent = 0.5;

    /// <summary>
    /// Log-likelihood ratio G² of two counts (Dunning 1993, in the form that Rayson and Garside 2000 compare corpora with): twice the sum of
    /// each count times the logarithm of it over what would be expected if both bodies used the word alike; 0 when they do. 0 when either body is empty.
    /// </summary>
    /// <param name="count">In the first body.</param>
    /// <param name="words">Words of the first body.</param>
    /// <param name="otherCount">In the second body.</param>
    /// <param name="otherWords">Words of the second body.</param>
    public static double LogLikelihood(long count, long words, long otherCount, long otherWords)
    {
        if (words == 0 || otherWords == 0)
            return 0;
        var share = ((double)count + otherCount) / ((double)words + otherWords);
        return Math.Max(0, 2 * (Part(count, words * share) + Part(otherCount, otherWords * share)));
    }

    /// <summary>
    /// What <see cref="LogLikelihood"/> is at most for each occurrence of a word, on whichever side: 2 ln(N / min(N₁, N₂)), N₁ and N₂ being the words
    /// of the bodies and N those of both. For t occurrences, a of them in the first body, G²(a) = 2 (a ln(a N / (t N₁)) + (t - a) ln((t - a) N / (t N₂))).
    /// Its second derivative, 2 (1/a + 1/(t - a)), is positive: G² is convex in a, so the most of it lies at an end, which is
    /// 2 t ln(N / N₂) for a = 0 and 2 t ln(N / N₁) for a = t. Raised by a trifle for what is lost in rounding; 0 when either body is empty.
    /// </summary>
    public static double MostPerOccurrence(long words, long otherWords) =>
        words == 0 || otherWords == 0 ? 0 : 2 * Math.Log(((double)words + otherWords) / Math.Min(words, otherWords)) * (1 + 1e-9);

    /// <summary>Binary logarithm of how many times more often the word is used in the first body than in the second: 1 for twice, -1 for half as often.</summary>
    public static double LogRatio(long count, long words, long otherCount, long otherWords) =>
        words == 0 || otherWords == 0 ? 0 : Math.Log2((count == 0 ? Absent : count) / words / ((otherCount == 0 ? Absent : otherCount) / otherWords));

    /// <summary>Whether the first body uses the word more than the second.</summary>
    public static bool IsOfFirst(long count, long words, long otherCount, long otherWords) => (double)count * otherWords > (double)otherCount * words;

    private static double Part(long count, double expected) => count == 0 ? 0 : count * Math.Log(count / expected);
}
