using SearchService.Language.Normalization;
using SearchService.Language.Stemming;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Concepts;

/// <summary>
/// What is written as one word or as two: प्रधान मंत्री and प्रधानमंत्री, विश्वकप and विश्व कप. Hindi print does either with its compounds,
/// and who types in Latin letters writes them apart.
/// </summary>
internal sealed class WordsTogether(Vocabulary vocabulary)
{
    /// <summary>Factor of the other way to write it.</summary>
    internal const float Weight = 0.9f;

    private const int MostReadings = 3;
    private const int ShortestCompound = 5;
    private const int ShortestPart = 2;

    /// <summary>Compounds of a word with the word before or behind it, and the two words that it is itself a compound of.</summary>
    /// <param name="row">Words that stand side by side in the query.</param>
    /// <param name="at">Which word of it.</param>
    /// <param name="sounds">Reads a word in Latin letters as words of the archive.</param>
    /// <param name="add">Takes what is found: a word, or two with a space between.</param>
    public void Of(IReadOnlyList<string> row, int at, SoundReadings sounds, TakeReading add)
    {
        if (at > 0)
            Join(row[at - 1], row[at], sounds, add);
        if (at + 1 < row.Count)
            Join(row[at], row[at + 1], sounds, add);
        if (Devanagari.IsDevanagari(row[at][0]) && Split(row[at]) is { } parts)
            add(parts, Weight, FormReason.Spelling, default);
    }

    private void Join(string first, string second, SoundReadings sounds, TakeReading add)
    {
        if (first.Length < ShortestPart || second.Length < ShortestPart || StopWords.Contains(first) || StopWords.Contains(second))
            return;
        foreach (var one in Read(first, sounds))
        {
            foreach (var other in Read(second, sounds))
            {
                var reason = one.Text == first && other.Text == second ? FormReason.Spelling : FormReason.Transliteration;
                foreach (var match in new SpellingMatches(vocabulary, TightFold.Of(one.Text + other.Text)))
                {
                    if (match.IsTight && vocabulary.CountOf(match.Id) > 0)
                        add(vocabulary.WordOf(match.Id), Weight * one.Weight * other.Weight, reason, default);
                }
            }
        }
    }

    private static IEnumerable<SoundReading> Read(string word, SoundReadings sounds) =>
        Devanagari.IsDevanagari(word[0]) ? [new(word, 1)] : char.IsAsciiLetter(word[0]) ? sounds.Of(word).Take(MostReadings) : [];

    /// <summary>The two words, each more frequent than the whole, of which the rarer is the most frequent; null when there are none.</summary>
    private string? Split(string word)
    {
        if (word.Length < ShortestCompound)
            return null;
        var (best, most) = (0, vocabulary.CountOf(word));
        for (var at = ShortestPart; at <= word.Length - ShortestPart; at++)
        {
            if (!Devanagari.IsConsonant(word[at]) && !Devanagari.IsVowelLetter(word[at]) || word[at - 1] == Devanagari.Virama)
                continue;
            var rarer = Math.Min(vocabulary.CountOf(word.AsSpan(0, at)), vocabulary.CountOf(word.AsSpan(at)));
            if (rarer > most && !StopWords.Contains(word.AsSpan(0, at)) && !StopWords.Contains(word.AsSpan(at)))
                (best, most) = (at, rarer);
        }

        return best == 0 ? null : $"{word[..best]} {word[best..]}";
    }
}
