using System.Collections.Concurrent;
using SearchService.Language.Concepts;
using SearchService.Language.Lexicon;
using SearchService.Language.Normalization;

namespace SearchService.Language.Transliteration;

/// <summary>A word of the archive that a word in the other script stands for by its sound.</summary>
/// <param name="Text">The word.</param>
/// <param name="Weight">How surely, in (0, 1].</param>
internal readonly record struct SoundReading(string Text, float Weight);

/// <summary>
/// Ranks the words that the channel finds: by the channel's cost and how often the archive has the word, against one another and against
/// what a good match costs. Safe for many threads; remembers what it was asked last.
/// </summary>
internal sealed class SoundReadings(Vocabulary vocabulary, Channel channel, LexiconTable? names = null)
{
    /// <summary>What it costs to take a word for an abbreviation spelt out, and more for each vowel, since words have vowels and abbreviations few.</summary>
    private const float LetterNamesCost = 1.2f;
    private const float LetterNamesVowelCost = 1.4f;

    private const float NameCost = 0.5f;
    private const int MostReadings = 6;
    private const float LeastWeight = 0.12f;
    private const int MostRemembered = 4096;

    private readonly ConcurrentDictionary<string, (int Words, SoundReading[] Readings)> _remembered = new();

    // They hold a few hundred kilobytes each: as many are kept as ever ran at once.
    private readonly ConcurrentBag<Transliterator> _searches = [];

    /// <summary>The readings of a word, strongest first.</summary>
    /// <param name="word">A surface form in Latin letters or Devanagari.</param>
    public IReadOnlyList<SoundReading> Of(string word)
    {
        var words = vocabulary.Count;
        if (_remembered.TryGetValue(word, out var known) && known.Words == words)
            return known.Readings;
        var readings = Weighed(Ranked(word), word.Length);
        if (_remembered.Count >= MostRemembered)
            _remembered.Clear();
        _remembered[word] = (words, readings);
        return readings;
    }

    /// <summary>Forgets what it was asked.</summary>
    public void Forget() => _remembered.Clear();

    /// <summary>The words found, best first, each with its cost: the channel's, less what its frequency speaks for it.</summary>
    public List<(string Text, float Channel, float Cost)> Ranked(string word)
    {
        var found = new Dictionary<int, float>();
        if (!_searches.TryTake(out var search))
            search = new(vocabulary, channel);
        if (word.Length > 0 && char.IsAsciiLetter(word[0]))
        {
            search.ToDevanagari(word, found);
            foreach (var name in names?.Renderings(word) ?? [])
            {
                // A loan word or foreign name spelt by its own rules, which the lexicon has: Schengen शेंगेन.
                if (name.Reason != FormReason.Transliteration)
                    continue;
                foreach (var match in new SpellingMatches(vocabulary, TightFold.Of(name.Text)))
                    found[match.Id] = Math.Min(match.IsTight ? NameCost : NameCost + 1, found.GetValueOrDefault(match.Id, NameCost + 1));
            }

            var cost = LetterNamesCost + (LetterNamesVowelCost * word.Count(letter => letter is 'a' or 'e' or 'i' or 'o' or 'u'));
            foreach (var spelt in LetterNames.Spell(word))
            {
                foreach (var match in new SpellingMatches(vocabulary, TightFold.Of(spelt)))
                    found[match.Id] = Math.Min(cost, found.GetValueOrDefault(match.Id, cost));
            }
        }
        else
        {
            search.ToLatin(word, found);
            if (LetterNames.Read(word) is { } letters && vocabulary.IdOf(letters) is var id and >= 0)
                found[id] = Math.Min(LetterNamesCost, found.GetValueOrDefault(id, LetterNamesCost));
        }

        _searches.Add(search);
        var ranked = new List<(string, float, float Cost)>(found.Count);
        foreach (var (id, cost) in found)
        {
            if (vocabulary.CountOf(id) is var count and > 0)
                ranked.Add((vocabulary.WordOf(id), cost, cost - (Transliterator.FrequencyWeight * MathF.Log(count))));
        }

        ranked.Sort(static (one, other) => one.Cost.CompareTo(other.Cost));
        return ranked;
    }

    private static SoundReading[] Weighed(List<(string Text, float Channel, float Cost)> ranked, int length)
    {
        var readings = new List<SoundReading>(MostReadings);
        foreach (var (text, cost, ranking) in ranked)
        {
            var weight = Fit(cost, length) * MathF.Exp(0.5f * (ranked[0].Cost - ranking));
            if (readings.Count == MostReadings || ranking - ranked[0].Cost > 5)
                break;
            if (weight >= LeastWeight)
                readings.Add(new(text, weight));
        }

        return [.. readings];
    }

    /// <summary>1 for what is written so every day, 0 for what hardly anyone writes so.</summary>
    private static float Fit(float cost, int length)
    {
        var perLetter = (cost - 1) / (length + 1);
        return Math.Clamp(1.25f - perLetter, 0, 1);
    }
}
