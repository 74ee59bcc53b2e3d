using System.Text.Json.Serialization;
using SearchService.Language.Evaluation;

namespace SearchService.Engine.Evaluation;

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
public sealed record CorrectionReport(
    [property: JsonPropertyName("words")] int Words,
    [property: JsonPropertyName("vocabulary")] int Vocabulary,
    [property: JsonPropertyName("read")] double Read,
    [property: JsonPropertyName("first@1")] double FirstAt1,
    [property: JsonPropertyName("first@3")] double FirstAt3,
    [property: JsonPropertyName("rightWords")] int RightWords,
    [property: JsonPropertyName("rightCorrected")] double RightCorrected,
    [property: JsonPropertyName("rareDoubted")] double RareDoubted,
    [property: JsonPropertyName("medianUs")] double MedianUs,
    [property: JsonPropertyName("p95Us")] double P95Us)
{
    /// <summary>Some misspelt words that were not put right, for people.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Worst { get; init; } = [];
}

/// <summary>Measures corrections against a list of misspelt words. Needs no archive: a word list is the vocabulary.</summary>
public static class CorrectionEvaluation
{
    /// <summary>
    /// Measures a file of <c>misspelt&lt;TAB&gt;right</c> lines among the words of another, <c>word&lt;TAB&gt;count</c>; a line with the same word twice is a
    /// right word, which ought to be left alone.
    /// </summary>
    /// <exception cref="EvaluationFileException">A line cannot be read, or there is no pair.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static CorrectionReport Run(string pairsFile, string vocabularyFile)
    {
        try
        {
            var result = CorrectionAccuracy.Measure(File.ReadLines(pairsFile), File.ReadLines(vocabularyFile));
            return result.Words + result.RightWords > 0
                ? new(
                    result.Words, result.Vocabulary, result.Read, result.FirstAt1, result.FirstAt3, result.RightWords, result.RightCorrected, result.RareDoubted,
                    Math.Round(result.MedianUs, 1), Math.Round(result.P95Us, 1))
                {
                    Worst = result.Worst,
                }
                : throw new EvaluationFileException(pairsFile, 0, "holds no 'misspelt<TAB>right' line");
        }
        catch (FormatException fault)
        {
            throw new EvaluationFileException(pairsFile, 0, fault.Message);
        }
    }
}
