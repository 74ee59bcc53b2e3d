using System.Globalization;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Evaluation;

/// <summary>Times completions: every beginning of some words, as they would be asked for while the words are typed.</summary>
public static class SuggestSpeed
{
    /// <summary>Letters typed at most, in UTF-16 units.</summary>
    private const int Longest = 6;

    /// <summary>The class of all beginnings together.</summary>
    private const string All = "all";

    /// <summary>Asks for every beginning of 1 to 6 letters, each once a round.</summary>
    /// <param name="archive">The archive, whose headlines are counted before the clock starts.</param>
    /// <param name="words">Words, a line each; what stands behind a tab is ignored.</param>
    /// <param name="name">Where the words are from.</param>
    /// <param name="options">Rounds and threads.</param>
    /// <returns>Classes by script and length, and one of all together.</returns>
    /// <exception cref="EvaluationFileException">There is no word.</exception>
    public static SpeedReport Run(Archive archive, IEnumerable<string> words, string name, SpeedOptions options)
    {
        var beginnings = Beginnings(words);
        if (beginnings.Count == 0)
            throw new EvaluationFileException(name, 0, "holds no word");
        archive.PrepareSuggestions();
        return SpeedEvaluation.Run(query => Ask(archive, query.Words), beginnings, options, All);
    }

    /// <summary>The beginnings of the words, each once, by script and length.</summary>
    internal static IReadOnlyList<SpeedQuery> Beginnings(IEnumerable<string> words)
    {
        var beginnings = new HashSet<string>();
        foreach (var line in words)
        {
            var word = line.TrimStart('\uFEFF').Split('\t')[0].Trim();
            for (var length = 1; length <= Math.Min(Longest, word.Length); length++)
                beginnings.Add(word[..length]);
        }

        return [.. beginnings
            .OrderBy(beginning => char.IsAscii(beginning[0])).ThenBy(beginning => beginning.Length).ThenBy(beginning => beginning, StringComparer.Ordinal)
            .Select(beginning => new SpeedQuery(
                string.Create(CultureInfo.InvariantCulture, $"{(char.IsAscii(beginning[0]) ? "latin" : "devanagari")} {beginning.Length}"), beginning))];
    }

    private static void Ask(Archive archive, string typed)
    {
        if (SuggestRequest.TryCreate(typed, null, out var request, out _))
            archive.Suggest(request);
    }
}
