namespace SearchService.Engine.Evaluation;

/// <summary>The topics of a test collection and their judgments.</summary>
/// <param name="Topics">In the order of the file.</param>
/// <param name="Qrels">The judgments.</param>
public sealed record JudgedTopics(IReadOnlyList<Topic> Topics, Qrels Qrels)
{
    /// <summary>Reads both files as UTF-8.</summary>
    /// <param name="topicsFile">Lines of <c>qid&lt;TAB&gt;query</c>; blank lines are skipped.</param>
    /// <param name="qrelsFile">TREC qrels, see <see cref="Evaluation.Qrels.Read"/>.</param>
    /// <exception cref="EvaluationFileException">A line of either file is malformed, or no topic has a judgment.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static JudgedTopics Read(string topicsFile, string qrelsFile)
    {
        var topics = ReadTopics(File.ReadLines(topicsFile), topicsFile);
        var qrels = Qrels.Read(File.ReadLines(qrelsFile), qrelsFile);
        if (!topics.Any(topic => qrels.Judges(topic.Id)))
            throw new EvaluationFileException(qrelsFile, 0, $"judges none of the {topics.Count} topics of {topicsFile}");
        return new JudgedTopics(topics, qrels);
    }

    /// <summary>Reads topics: <c>qid&lt;TAB&gt;query</c>, further columns ignored.</summary>
    /// <exception cref="EvaluationFileException">A line without a tab, with an empty or spaced qid or an empty query, or a qid met before.</exception>
    public static IReadOnlyList<Topic> ReadTopics(IEnumerable<string> lines, string name)
    {
        var topics = new List<Topic>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var text = line.TrimStart('\uFEFF');
            if (string.IsNullOrWhiteSpace(text))
                continue;
            var fields = text.Split('\t');
            if (fields.Length < 2)
                throw new EvaluationFileException(name, number, "expected 'qid<TAB>query', found no tab");
            var (id, query) = (fields[0].Trim(), fields[1].Trim());
            if (id.Length == 0 || id.Any(char.IsWhiteSpace))
                throw new EvaluationFileException(name, number, $"the qid '{id}' is empty or holds white space");
            if (query.Length == 0)
                throw new EvaluationFileException(name, number, $"topic '{id}' has an empty query");
            if (!seen.Add(id))
                throw new EvaluationFileException(name, number, $"topic '{id}' was given before");
            topics.Add(new Topic(id, query));
        }

        return topics;
    }
}
