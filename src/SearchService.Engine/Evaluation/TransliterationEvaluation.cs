using System.Text.Json.Serialization;
using SearchService.Language.Evaluation;

namespace SearchService.Engine.Evaluation;

/// <summary>How well words in Latin letters find the Devanagari words they stand for.</summary>
/// <param name="Words">Pairs measured.</param>
/// <param name="Vocabulary">Words searched among.</param>
/// <param name="FirstAt1">Share of pairs whose word came first.</param>
/// <param name="FirstAt5">Share of pairs whose word was among the first five.</param>
/// <param name="MedianUs">Median time of a look-up, in microseconds.</param>
/// <param name="Megabytes">Memory that the vocabulary takes, in 10⁶ bytes.</param>
public sealed record TransliterationReport(
    [property: JsonPropertyName("words")] int Words,
    [property: JsonPropertyName("vocabulary")] int Vocabulary,
    [property: JsonPropertyName("first@1")] double FirstAt1,
    [property: JsonPropertyName("first@5")] double FirstAt5,
    [property: JsonPropertyName("medianUs")] double MedianUs,
    [property: JsonPropertyName("megabytes")] double Megabytes)
{
    /// <summary>Some pairs whose word did not come among the first five, for people.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Worst { get; init; } = [];
}

/// <summary>Measures transliteration against a list of pairs. Needs no archive: a word list is the vocabulary.</summary>
public static class TransliterationEvaluation
{
    /// <summary>Measures a file of <c>latin&lt;TAB&gt;devanagari</c> lines among the words of another, <c>word&lt;TAB&gt;count</c>.</summary>
    /// <exception cref="EvaluationFileException">A line cannot be read, or there is no pair.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static TransliterationReport Run(string pairsFile, string vocabularyFile)
    {
        try
        {
            var result = TransliterationAccuracy.Measure(File.ReadLines(pairsFile), File.ReadLines(vocabularyFile));
            return result.Words > 0
                ? new(result.Words, result.Vocabulary, result.FirstAt1, result.FirstAt5, Math.Round(result.MedianUs, 1), Math.Round(result.Megabytes, 1)) { Worst = result.Worst }
                : throw new EvaluationFileException(pairsFile, 0, "holds no 'latin<TAB>devanagari' line");
        }
        catch (FormatException fault)
        {
            throw new EvaluationFileException(pairsFile, 0, fault.Message);
        }
    }
}
