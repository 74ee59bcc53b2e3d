using System.Text.Json.Serialization;
using SearchService.Language.Evaluation;

namespace SearchService.Engine.Evaluation;

/// <summary>How many words of an English text have a rendering.</summary>
/// <param name="Words">Words of content met.</param>
/// <param name="Vocabulary">Words that they may sound like.</param>
/// <param name="ByLexicon">Share that the lexicon has.</param>
/// <param name="BySound">Share that only sounds like a word of the vocabulary.</param>
/// <param name="Covered">Share that has a rendering by either.</param>
public sealed record CoverageReport(
    [property: JsonPropertyName("words")] int Words,
    [property: JsonPropertyName("vocabulary")] int Vocabulary,
    [property: JsonPropertyName("byLexicon")] double ByLexicon,
    [property: JsonPropertyName("bySound")] double BySound,
    [property: JsonPropertyName("covered")] double Covered)
{
    /// <summary>The most frequent words without a rendering, for people.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Without { get; init; } = [];
}

/// <summary>Measures how much of an English text can be rendered. Needs no archive: a word list is the vocabulary.</summary>
public static class CoverageEvaluation
{
    /// <summary>Measures a file of English text among the words of another, <c>word&lt;TAB&gt;count</c>.</summary>
    /// <exception cref="EvaluationFileException">There is no English word.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static CoverageReport Run(string textFile, string vocabularyFile)
    {
        var result = RenderingCoverage.Measure(File.ReadLines(textFile), File.ReadLines(vocabularyFile));
        return result.Words > 0
            ? new(result.Words, result.Vocabulary, result.ByLexicon, result.BySound, result.ByLexicon + result.BySound) { Without = result.Without }
            : throw new EvaluationFileException(textFile, 0, "holds no English word");
    }
}
