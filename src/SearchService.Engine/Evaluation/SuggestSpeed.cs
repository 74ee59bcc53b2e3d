using System.Globalization;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Evaluation;

/// <summary>Times completions: every beginning of some words, alone or after other words, as they would be asked for while the words are typed.</summary>
public static class SuggestSpeed
{
    /// <summary>Letters typed at most, in UTF-16 units.</summary>
    private const int Longest = 6;

    /// <summary>The class of all beginnings together.</summary>
    private const string All = "all";

    /// <summary>Asks for every beginning of 1 to 6 letters, each once a round.</summary>
    /// <param name="archive">The archive, whose headlines are counted before the clock starts.</param>
    /// <param name="lines">A line each: a word, or words of which the last is being typed; what stands behind a tab is ignored.</param>
    /// <param name="name">Where the words are from.</param>
    /// <param name="options">Rounds and threads.</param>
    /// <returns>Classes by script, whether words stand before, and letters; and one of all together.</returns>
    /// <exception cref="EvaluationFileException">There is no word.</exception>
    public static SpeedReport Run(Archive archive, IEnumerable<string> lines, string name, SpeedOptions options)
    {
        var beginnings = Beginnings(lines);
        if (beginnings.Count == 0)
            throw new EvaluationFileException(name, 0, "holds no word");
        archive.PrepareSuggestions();
        return SpeedEvaluation.Run(query => Ask(archive, query.Words), beginnings, options, All);
    }

    /// <summary>The beginnings of the words, each once, by script and length.</summary>
    internal static IReadOnlyList<SpeedQuery> Beginnings(IEnumerable<string> lines)
    {
        var beginnings = new HashSet<string>();
        foreach (var line in lines)
        {
            var words = line.TrimStart('\uFEFF').Split('\t')[0].Trim();
            var last = LastWordOf(words);
            for (var end = last + 1; end <= Math.Min(last + Longest, words.Length); end++)
                beginnings.Add(words[..end]);
        }

        return [.. beginnings
            .Select(beginning => (Class: ClassOf(beginning), beginning)).OrderBy(one => one.Class, StringComparer.Ordinal).ThenBy(one => one.beginning, StringComparer.Ordinal)
            .Select(one => new SpeedQuery(one.Class, one.beginning))];
    }

    private static int LastWordOf(string words) => words.LastIndexOf(' ') + 1;

    private static string ClassOf(string beginning)
    {
        var last = LastWordOf(beginning);
        var script = char.IsAscii(beginning[last]) ? "latin" : "devanagari";
        return string.Create(CultureInfo.InvariantCulture, $"{script}{(last > 0 ? " after words" : "")} {beginning.Length - last}");
    }

    private static void Ask(Archive archive, string typed)
    {
        if (SuggestRequest.TryCreate(typed, null, out var request, out _))
            archive.Suggest(request);
    }
}
