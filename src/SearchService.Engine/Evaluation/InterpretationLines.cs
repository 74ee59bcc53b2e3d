using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchService.Engine.Results;

namespace SearchService.Engine.Evaluation;

/// <summary>The readings of a list of words, for other programs: one JSON line for every input line.</summary>
public static class InterpretationLines
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes <c>{"word","forms":[{"text","weight","reason","articles"}]}</c> for each line, in order.</summary>
    /// <param name="archive">The archive whose words are read.</param>
    /// <param name="words">
    /// A word a line; from a tab on it is ignored. A blank line gives no forms, a line of several words the forms of all of them, each once
    /// with its greatest weight.
    /// </param>
    /// <param name="output">Where the lines go, each ended by a line feed.</param>
    /// <returns>Lines written.</returns>
    public static int Write(Archive archive, IEnumerable<string> words, TextWriter output) => Write(archive.Interpret, words, output);

    internal static int Write(Func<string, IReadOnlyList<Interpretation>> interpret, IEnumerable<string> words, TextWriter output)
    {
        var lines = 0;
        foreach (var line in words)
        {
            var word = line.TrimStart('\uFEFF').Split('\t')[0].Trim();
            var forms = (word.Length == 0 ? [] : interpret(word))
                .SelectMany(interpretation => interpretation.Forms)
                .OrderByDescending(form => form.Weight)
                .DistinctBy(form => form.Text, StringComparer.Ordinal)
                .Select(form => form with { Source = null, Evidence = 0 });
            output.Write(JsonSerializer.Serialize(new WordLine(word, [.. forms]), Json));
            output.Write('\n');
            lines++;
        }

        return lines;
    }

    private sealed record WordLine(
        [property: JsonPropertyOrder(0)] string Word,
        [property: JsonPropertyOrder(1)] IReadOnlyList<InterpretedForm> Forms);
}
