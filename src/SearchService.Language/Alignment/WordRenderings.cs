using SearchService.Language.Concepts;

namespace SearchService.Language.Alignment;

/// <summary>A rendering of one word by one word that passed every test.</summary>
/// <param name="Cell">Number of the two words among those that stand together.</param>
/// <param name="Evidence">Pairs in which both directions link them.</param>
/// <param name="Weight">How usual the rendering is, in (0, 1).</param>
/// <param name="Reason">Transliteration when the one is how the other sounds.</param>
internal readonly record struct WordRendering(int Cell, int Evidence, float Weight, FormReason Reason);

/// <summary>Chooses, of all words that were linked, those that render one another: rather few than wrong, since a wrong one is searched for at every query.</summary>
internal static class WordRenderings
{
    private const int LeastEvidence = 2;

    /// <summary>Least share of an English word's pairs in which it is linked to the Hindi word, and the other way round.</summary>
    private const float LeastShare = 0.25f;
    private const float LeastShareBack = 0.15f;

    /// <summary>What it takes to add to a word that the product's lexicon has.</summary>
    private const int BesideSeed = 5;
    private const float BesideSeedShare = 0.3f;

    /// <summary>Seen once, two words count only if they are rare, and sound alike or are all that was left of title and headline.</summary>
    private const float FitAlone = 0.6f;
    private const int RareAlone = 2;
    private const int LettersAlone = 4;

    /// <summary>Factor of what was seen once: it says no more than the sound does.</summary>
    private const float Alone = 0.75f;

    /// <summary>Weight of what was seen once and found by elimination: nearly all are right, but there is one witness.</summary>
    private const float ByElimination = 0.4f;

    /// <summary>Most that anything learnt weighs.</summary>
    private const float Most = 0.95f;

    /// <summary>The renderings.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="together">Their words.</param>
    /// <param name="known">What was known.</param>
    /// <param name="links">For each two, in how many pairs both directions link them.</param>
    /// <param name="leftOver">Twos found by elimination.</param>
    /// <param name="significance">Of the pairs.</param>
    public static IEnumerable<WordRendering> Of(TitlePairs pairs, Cooccurrences together, KnownWords known, int[] links, HashSet<int> leftOver, Significance significance)
    {
        for (var cell = 0; cell < links.Length; cell++)
        {
            if (links[cell] == 0)
                continue;
            var (english, hindi) = (together.EnglishOf[cell], together.HindiOf[cell]);
            if (known.Renders(english, hindi))
                continue;
            var (all, back) = (together.EnglishCount[english], together.HindiCount[hindi]);
            var share = ShareOf(links[cell], all);
            var fit = known.IsHeadword(english) ? 0 : known.Fit[cell];
            var sounds = fit >= KnownWords.LeastFit;
            var holds = links[cell] >= LeastEvidence
                ? share >= LeastShare && links[cell] >= LeastShareBack * back && significance.Holds(together.Both[cell], all, back)
                : (fit >= FitAlone || leftOver.Contains(cell)) && all <= RareAlone && back <= RareAlone && pairs.English.KeyText(english).Length >= LettersAlone;
            if (!holds || (known.IsHeadword(english) && (links[cell] < BesideSeed || share < BesideSeedShare)))
                continue;
            if (links[cell] < LeastEvidence && fit < FitAlone)
                yield return new(cell, 1, ByElimination, sounds ? FormReason.Transliteration : FormReason.Translation);
            else
                yield return sounds
                    ? new(cell, links[cell], Math.Min(Most, links[cell] >= LeastEvidence ? Math.Max(share, fit) : fit * Alone), FormReason.Transliteration)
                    : new(cell, links[cell], Math.Min(Most, share), FormReason.Translation);
        }
    }

    /// <summary>The share of a word's pairs in which it was so rendered, one pair more than there are being in doubt: of 1 of 1, a half.</summary>
    public static float ShareOf(int evidence, int all) => evidence / (all + 1f);
}
