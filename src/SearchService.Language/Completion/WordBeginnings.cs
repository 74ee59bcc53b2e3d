using SearchService.Language.Concepts;
using SearchService.Language.Normalization;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Completion;

/// <summary>All places of a vocabulary where words begin as typed, in the script typed and in the other. Safe for many threads.</summary>
internal static class WordBeginnings
{
    /// <summary>What it costs to take letters for the names of letters, and more for each vowel, since words have vowels and abbreviations few.</summary>
    private const float LetterNamesCost = 1.2f;
    private const float LetterNamesVowelCost = 1.4f;

    /// <summary>What Devanagari costs for Latin letters, beside the same in Latin: it decides between equals.</summary>
    private const float Romanised = 0.1f;

    /// <summary>What Latin costs for Devanagari letters: who types them seldom wants anything else.</summary>
    private const float Latin = 4f;

    /// <summary>A spelling of so many letters may cost so much before it counts against a place.</summary>
    private const float Usual = 0.5f;
    private const float UsualPerLetter = 0.6f;

    /// <summary>What is so unlikely is not meant.</summary>
    private const float MostCost = 3f;

    /// <summary>The places, each with its cost; none for an empty beginning.</summary>
    /// <param name="words">The vocabulary.</param>
    /// <param name="typed">The beginning of a word, as the tokenizer gives it.</param>
    public static List<Beginning> In(Vocabulary words, string typed)
    {
        var found = new List<Beginning>();
        if (typed.Length == 0)
            return found;
        SpelledBeginnings.Add(words.Trie, typed, found);
        var sounds = new SoundBeginnings(words, Channel.Default);
        if (Devanagari.IsDevanagari(typed[0]))
        {
            AddHeard(sounds.InLatin(typed), typed.Length, Latin, found);
        }
        else if (char.IsAsciiLetter(typed[0]))
        {
            AddHeard(sounds.InDevanagari(typed), typed.Length, Romanised, found);
            AddSpelledOut(words, typed, found);
        }

        return found;
    }

    /// <summary>What the best place costs any spelling would, unless it is unusual: only what is above that tells how well a place fits.</summary>
    private static void AddHeard(List<(TriePlace Place, float Cost)> heard, int letters, float script, List<Beginning> found)
    {
        foreach (var (place, cost) in heard)
        {
            var above = cost - Math.Min(heard[0].Cost, Usual + (UsualPerLetter * letters));
            if (above <= MostCost)
                found.Add(new(place, above + script, FormReason.Transliteration));
        }
    }

    /// <summary>Abbreviations by their letters' names.</summary>
    private static void AddSpelledOut(Vocabulary words, string latin, List<Beginning> found)
    {
        var vowels = latin.Count(letter => letter is 'a' or 'e' or 'i' or 'o' or 'u');
        foreach (var spelt in LetterNames.Spell(latin))
        {
            if (words.Trie.Find(spelt) is { } place)
                found.Add(new(place, LetterNamesCost + (LetterNamesVowelCost * vowels), FormReason.Transliteration));
        }
    }
}
