using SearchService.Language.Lexicon;

namespace SearchService.Language.Transliteration;

/// <summary>
/// How likely a letter of Devanagari stands behind two others in Hindi words: trigrams of letters, those never seen estimated from shorter ones
/// (Witten and Bell, The zero-frequency problem, 1991). Immutable.
/// </summary>
internal sealed class LetterModel
{
    /// <summary>What stands before the first letter and behind the last.</summary>
    public const char Edge = '\0';

    // Letters by their last seven bits, of which none is 0: that is the edge.
    private const int Letters = 128;

    private static readonly Lazy<LetterModel> OfLexicon = new(() => new(SeedLexicon.Table.Entries.SelectMany(entry => entry.Value).SelectMany(rendering => rendering.Text.Split(' ')).Distinct()));

    private readonly float[]?[] _costs = new float[]?[Letters * Letters];
    private readonly float[][] _pairCosts = new float[Letters][];

    /// <summary>Counts the letters of words; what holds letters of another script does not count.</summary>
    public LetterModel(IEnumerable<string> words)
    {
        var single = new int[Letters];
        var pairs = new int[]?[Letters];
        var triples = new int[]?[Letters * Letters];
        foreach (var word in words)
        {
            if (word.Length == 0 || word.AsSpan().ContainsAnyExceptInRange('\u0901', '\u097F'))
                continue;
            var (before, last) = (0, 0);
            for (var at = 0; at <= word.Length; at++)
            {
                var letter = at == word.Length ? 0 : word[at] & (Letters - 1);
                single[letter]++;
                (pairs[last] ??= new int[Letters])[letter]++;
                (triples[(before * Letters) + last] ??= new int[Letters])[letter]++;
                (before, last) = (last, letter);
            }
        }

        var any = Estimated(single, Enumerable.Repeat(1.0 / Letters, Letters).ToArray());
        var ofPairs = Array.ConvertAll(pairs, counts => counts is null ? any : Estimated(counts, any));
        for (var last = 0; last < Letters; last++)
        {
            _pairCosts[last] = Costs(ofPairs[last]);
            for (var before = 0; before < Letters; before++)
            {
                if (triples[(before * Letters) + last] is { } counts)
                    _costs[(before * Letters) + last] = Costs(Estimated(counts, ofPairs[last]));
            }
        }
    }

    /// <summary>Of the words of the lexicon that comes with the product, counted when first asked for.</summary>
    public static LetterModel Default => OfLexicon.Value;

    /// <summary>-ln P(<paramref name="letter"/> | the two before it).</summary>
    public float Cost(char before, char last, char letter) =>
        (_costs[((before & (Letters - 1)) * Letters) + (last & (Letters - 1))] ?? _pairCosts[last & (Letters - 1)])[letter & (Letters - 1)];

    private static double[] Estimated(int[] counts, double[] shorter)
    {
        var kinds = counts.Count(count => count > 0);
        double all = counts.Sum() + kinds;
        return [.. counts.Select((count, letter) => (count + (kinds * shorter[letter])) / all)];
    }

    private static float[] Costs(double[] shares) => Array.ConvertAll(shares, share => (float)-Math.Log(share));
}
