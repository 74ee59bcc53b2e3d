using SearchService.Language.Lexicon;
using SearchService.Language.Stemming;
using SearchService.Language.Tokenization;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Evaluation;

/// <summary>How many words of an English text have a rendering.</summary>
/// <param name="Words">Words of content met: Latin, of two letters or more, no stop words.</param>
/// <param name="Vocabulary">Words that they may sound like.</param>
/// <param name="ByLexicon">Share that the lexicon has.</param>
/// <param name="BySound">Share that it has not, and that sounds like a word of the vocabulary.</param>
/// <param name="Without">Words that have none, the most frequent first.</param>
public sealed record CoverageResult(int Words, int Vocabulary, double ByLexicon, double BySound, IReadOnlyList<string> Without);

/// <summary>Measures how much of an English text queries could be read by.</summary>
public static class RenderingCoverage
{
    /// <summary>Weight from which a reading by sound is believed.</summary>
    private const float Sure = 0.5f;

    private const int WithoutShown = 40;

    /// <summary>Measures a text among words, <c>word TAB count</c>; the lexicon is the one that comes with the product.</summary>
    public static CoverageResult Measure(IEnumerable<string> text, IEnumerable<string> words)
    {
        var vocabulary = WordLists.Vocabulary(words);
        var sounds = new SoundReadings(vocabulary, Channel.Default, SeedLexicon.Table);
        var without = new Dictionary<string, int>();
        var (all, byLexicon, bySound) = (0, 0, 0);
        foreach (var word in text.SelectMany(line => Words.Of(line)).Where(word => !word.IsWhole && word is { Kind: WordKind.Latin, Form.Length: > 1 } && !StopWords.Contains(word.Form)))
        {
            all++;
            if (SeedLexicon.Table.Knows(word.Form))
                byLexicon++;
            else if (sounds.Of(word.Form).Any(reading => reading.Weight > Sure))
                bySound++;
            else
                without[word.Form] = without.GetValueOrDefault(word.Form) + 1;
        }

        return new(
            all,
            vocabulary.Count,
            byLexicon / (double)Math.Max(1, all),
            bySound / (double)Math.Max(1, all),
            [.. without.OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(WithoutShown).Select(word => word.Key)]);
    }
}
