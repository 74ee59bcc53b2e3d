using System.Globalization;

namespace SearchService.Engine.Evaluation;

/// <summary>Relevance judgments: which documents answer which topic, and how well.</summary>
public sealed class Qrels
{
    private static readonly Dictionary<string, int> None = [];

    private readonly Dictionary<string, Dictionary<string, int>> _byTopic;

    private Qrels(Dictionary<string, Dictionary<string, int>> byTopic) => _byTopic = byTopic;

    /// <summary>Topics with at least one judgment line, relevant or not.</summary>
    public int Topics => _byTopic.Count;

    /// <summary>
    /// Reads TREC qrels: <c>qid iteration docid relevance</c> between blanks or tabs, the iteration ignored, blank lines skipped.
    /// </summary>
    /// <param name="lines">The file's lines.</param>
    /// <param name="name">The file's name, for errors.</param>
    /// <exception cref="EvaluationFileException">A line of other than four fields, a relevance that is no whole number, or a document judged twice for one topic.</exception>
    public static Qrels Read(IEnumerable<string> lines, string name)
    {
        var byTopic = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var fields = line.TrimStart('\uFEFF').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length == 0)
                continue;
            if (fields.Length != 4)
                throw new EvaluationFileException(name, number, $"expected 'qid 0 docid relevance', found {fields.Length} field(s)");
            if (!int.TryParse(fields[3], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var grade))
                throw new EvaluationFileException(name, number, $"the relevance '{fields[3]}' is not a whole number");
            if (!byTopic.TryGetValue(fields[0], out var judged))
                byTopic.Add(fields[0], judged = new Dictionary<string, int>(StringComparer.Ordinal));
            if (!judged.TryAdd(fields[2], grade))
                throw new EvaluationFileException(name, number, $"document '{fields[2]}' is judged twice for topic '{fields[0]}'");
        }

        return new Qrels(byTopic);
    }

    /// <summary>True when the topic has a judgment line: only then does it count.</summary>
    public bool Judges(string topicId) => _byTopic.ContainsKey(topicId);

    /// <summary>Grades of a topic's judged documents by document id; above 0 is relevant. Empty for a topic without judgments.</summary>
    public IReadOnlyDictionary<string, int> GradesOf(string topicId) => _byTopic.GetValueOrDefault(topicId, None);
}
