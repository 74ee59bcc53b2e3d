using System.Diagnostics;
using SearchService.Language.Concepts;

namespace SearchService.Language.Evaluation;

/// <summary>How well misspelt words are put right, and right words left alone.</summary>
/// <param name="Words">Misspelt words measured.</param>
/// <param name="Vocabulary">Words corrected to.</param>
/// <param name="Read">Share of misspelt words that find the right one without being corrected, as another spelling or by sound.</param>
/// <param name="FirstAt1">Share that find it so, or whose first correction it is.</param>
/// <param name="FirstAt3">The same of the first three corrections.</param>
/// <param name="RightWords">Right words measured that the vocabulary lacks.</param>
/// <param name="RightCorrected">Share of them that are corrected when a query finds nothing.</param>
/// <param name="RareDoubted">Share of the vocabulary's rare words beside which a frequent one is offered.</param>
/// <param name="MedianUs">Median time of a correction, in microseconds.</param>
/// <param name="P95Us">The time that one in twenty takes longer than.</param>
/// <param name="Worst">Misspelt words, those put wrong first, with what they were taken for.</param>
public sealed record CorrectionResult(
    int Words, int Vocabulary, double Read, double FirstAt1, double FirstAt3, int RightWords, double RightCorrected, double RareDoubted, double MedianUs, double P95Us, IReadOnlyList<string> Worst);

/// <summary>Measures corrections against a list of misspelt words.</summary>
public static class CorrectionAccuracy
{
    private const int WorstShown = 30;
    private const int MostRareMeasured = 5000;

    /// <summary>Measures lines of <c>misspelt&lt;TAB&gt;right</c> among words, <c>word&lt;TAB&gt;count</c>. A line with the same word twice is a right word.</summary>
    /// <exception cref="FormatException">A line has no second column.</exception>
    public static CorrectionResult Measure(IEnumerable<string> pairs, IEnumerable<string> words)
    {
        var vocabulary = WordLists.Vocabulary(words);
        var interpreter = Interpreter.Bilingual(vocabulary);
        interpreter.Corrector.OfUnknown("warmup", readings: true);
        var (misspelt, read, one, three, right, corrected) = (0, 0, 0, 0, 0, 0);
        var times = new List<double>();
        var worst = new List<string>();
        foreach (var (asked, meant) in WordLists.Pairs(pairs, "misspelt<TAB>right"))
        {
            if (asked == meant)
                right++;
            else
                misspelt++;
            // A Devanagari word that only Latin words sound like is still looked at by a search.
            var held = interpreter.Interpret([asked])[0].Forms
                .Where(form => vocabulary.CountOf(form.Text) > 0 && (char.IsAsciiLetter(asked[0]) || form.Reason != FormReason.Transliteration))
                .Select(form => form.Text).ToList();
            var found = held.Count > 0 ? [] : interpreter.Corrector.OfUnknown(asked, readings: true, most: 3);
            if (held.Count == 0)
                times.Add(TimeOf(interpreter.Corrector, asked));
            if (asked == meant)
            {
                corrected += found.Count > 0 ? 1 : 0;
                continue;
            }

            var rank = held.Contains(meant) ? 0 : found.Select(word => word.Text).ToList().IndexOf(meant);
            read += held.Contains(meant) ? 1 : 0;
            one += rank == 0 ? 1 : 0;
            three += rank is >= 0 and < 3 ? 1 : 0;
            if (rank != 0 && worst.Count < WorstShown)
                worst.Add($"{asked} {meant}: {string.Join(", ", found.Select(word => $"{word.Text} {word.Distance:0.0}"))}{(held.Count > 0 ? $"[{held[0]}]" : "")}");
        }

        times.Sort();
        return new(
            misspelt, vocabulary.Count, Share(read, misspelt), Share(one, misspelt), Share(three, misspelt), right, Share(corrected, right), Doubted(interpreter),
            times.Count == 0 ? 0 : times[times.Count / 2], times.Count == 0 ? 0 : times[times.Count * 19 / 20], worst);
    }

    private static double TimeOf(Correction.Corrector corrector, string asked)
    {
        var start = Stopwatch.GetTimestamp();
        corrector.OfUnknown(asked, readings: true);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static double Doubted(Interpreter interpreter)
    {
        var (rare, doubted) = (0, 0);
        foreach (var (word, _) in interpreter.Vocabulary.Entries())
        {
            var articles = interpreter.Interpret(word).Forms.Max(form => interpreter.Vocabulary.CountOf(form.Text));
            if (articles > Correction.Corrector.MostRare)
                continue;
            doubted += interpreter.Corrector.OfRare(word, articles * Correction.Corrector.FarMoreFrequent) is null ? 0 : 1;
            if (++rare == MostRareMeasured)
                break;
        }

        return Share(doubted, rare);
    }

    private static double Share(int part, int all) => part / (double)Math.Max(1, all);
}
