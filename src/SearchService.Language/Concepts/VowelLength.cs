using SearchService.Language.Normalization;
using SearchService.Language.Segmentation;
using SearchService.Language.Stemming;

namespace SearchService.Language.Concepts;

/// <summary>
/// Spellings that differ in the length of one i or u. In short words length makes another word (दिन day, दीन poor; पिटना, पीटना); in long ones it is a
/// spelling of the same (बीमारी, बिमारी; मिनिस्टर, मिनीस्टर), and at the end of a word Hindi does not speak the difference (प्रभु, प्रभू).
/// </summary>
internal static class VowelLength
{
    private const int LongStem = 3;

    /// <summary>At the end of a word (जाति, जाती) only a spelling that is this much rarer than the other is taken for a mistake.</summary>
    private const int Rarer = 25;

    /// <summary>The tight key with the vowel at <paramref name="index"/> of the other length, or null when there is no i or u.</summary>
    public static string? Flipped(string tight, int index)
    {
        var other = tight[index] switch
        {
            'ि' => 'ी',
            'ी' => 'ि',
            'ु' => 'ू',
            'ू' => 'ु',
            'इ' => 'ई',
            'ई' => 'इ',
            'उ' => 'ऊ',
            'ऊ' => 'उ',
            _ => '\0',
        };
        return other == '\0' ? null : string.Concat(tight.AsSpan(0, index), new ReadOnlySpan<char>(in other), tight.AsSpan(index + 1));
    }

    /// <summary>True when the length of a vowel inside the word can be taken for spelling: without any ending a verb may have, it is long still.</summary>
    public static bool IsFreeInside(ReadOnlySpan<char> tight, EndingIndex verbs)
    {
        if (Syllables.Count(tight) < LongStem)
            return false;
        foreach (ref readonly var verb in verbs.Of(tight))
        {
            if (verb.Paradigm.StemLength(tight, verb.Ending) is > 0 and var length && Syllables.Count(tight[..length]) < LongStem)
                return false;
        }
        return true;
    }

    /// <summary>True when of two spellings that differ in the last vowel one is only a mistake for the other.</summary>
    public static bool IsFreeAtEnd(ReadOnlySpan<char> tight, int count, int otherCount) =>
        Devanagari.CountVowels(tight) >= 2
        && Math.Max(count, otherCount) >= (long)Rarer * Math.Max(1, Math.Min(count, otherCount));
}
