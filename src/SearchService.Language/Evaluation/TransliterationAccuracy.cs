using System.Diagnostics;
using SearchService.Language.Lexicon;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Evaluation;

/// <summary>How well words in Latin letters find the Devanagari words they stand for.</summary>
/// <param name="Words">Pairs measured.</param>
/// <param name="Vocabulary">Words searched among.</param>
/// <param name="FirstAt1">Share of pairs whose word came first.</param>
/// <param name="FirstAt5">Share of pairs whose word was among the first five.</param>
/// <param name="MedianUs">Median time of a look-up, in microseconds.</param>
/// <param name="Megabytes">Memory that the vocabulary with all its keys takes.</param>
/// <param name="Worst">Some pairs whose word did not come among the first five.</param>
public sealed record TransliterationResult(int Words, int Vocabulary, double FirstAt1, double FirstAt5, double MedianUs, double Megabytes, IReadOnlyList<string> Worst);

/// <summary>Measures readings by sound against a list of pairs, among the words of a list.</summary>
public static class TransliterationAccuracy
{
    private const int WorstShown = 20;

    /// <summary>Measures the lines <c>latin TAB devanagari</c>, further columns ignored, among the words of the lines <c>word TAB count</c>.</summary>
    /// <param name="pairs">What is asked, and the word wanted.</param>
    /// <param name="words">The vocabulary; a line without a count counts 1.</param>
    /// <exception cref="FormatException">A line of <paramref name="pairs"/> has no two columns; the message names it.</exception>
    public static TransliterationResult Measure(IEnumerable<string> pairs, IEnumerable<string> words)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var vocabulary = WordLists.Vocabulary(words);
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        var sounds = new SoundReadings(vocabulary, Channel.Default, SeedLexicon.Table);
        var (first, five) = (0, 0);
        var times = new List<double>();
        var worst = new List<string>();
        foreach (var (latin, devanagari) in WordLists.Pairs(pairs, "latin<TAB>devanagari"))
        {
            var start = Stopwatch.GetTimestamp();
            var ranked = sounds.Ranked(latin.ToLowerInvariant());
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            var rank = ranked.FindIndex(one => one.Text == devanagari);
            first += rank == 0 ? 1 : 0;
            five += rank is >= 0 and < 5 ? 1 : 0;
            if (rank is < 0 or >= 5 && worst.Count < WorstShown)
                worst.Add($"{latin} {devanagari}: {string.Join(", ", ranked.Take(3).Select(one => one.Text))}");
        }

        times.Sort();
        var all = Math.Max(1, times.Count);
        return new(times.Count, vocabulary.Count, first / (double)all, five / (double)all, times.Count == 0 ? 0 : times[times.Count / 2], megabytes, worst);
    }
}
