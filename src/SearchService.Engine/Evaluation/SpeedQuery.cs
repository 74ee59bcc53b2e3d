using SearchService.Engine.Results;

namespace SearchService.Engine.Evaluation;

/// <summary>A query to be timed.</summary>
/// <param name="Class">Its class; the name says how its words combine: <c>and…</c> all of them, <c>phrase…</c> as a phrase, else any.</param>
/// <param name="Words">The words, without syntax.</param>
public sealed record SpeedQuery(string Class, string Words)
{
    /// <summary>How the words combine.</summary>
    internal QueryKind Kind =>
        Class.StartsWith("and", StringComparison.Ordinal) ? QueryKind.All
        : Class.StartsWith("phrase", StringComparison.Ordinal) ? QueryKind.Phrase
        : QueryKind.Any;

    /// <summary>Reads lines of <c>class&lt;TAB&gt;words</c>; blank lines are skipped, further columns ignored.</summary>
    /// <exception cref="EvaluationFileException">A line without a tab or with an empty part, or no line at all.</exception>
    public static IReadOnlyList<SpeedQuery> Read(IEnumerable<string> lines, string name)
    {
        var queries = new List<SpeedQuery>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var fields = line.TrimStart('\uFEFF').Split('\t', StringSplitOptions.TrimEntries);
            if (fields.Length < 2 || fields[0].Length == 0 || fields[1].Length == 0)
                throw new EvaluationFileException(name, number, "expected 'class<TAB>words'");
            queries.Add(new SpeedQuery(fields[0], fields[1]));
        }

        return queries.Count > 0 ? queries : throw new EvaluationFileException(name, 0, "holds no query");
    }
}
