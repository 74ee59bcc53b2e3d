using System.Globalization;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Evaluation;

/// <summary>Asks judged topics of an archive and measures the rankings.</summary>
public static class RelevanceEvaluation
{
    private const int WorstShown = 10;

    /// <summary>
    /// Searches for every topic as plain words, 100 hits deep, and averages over the topics that have a judgment; topics without one are asked
    /// for the run, but not measured. A judged topic that finds nothing counts as 0 (trec_eval's <c>-c</c>).
    /// </summary>
    /// <param name="archive">An archive that holds the judged documents.</param>
    /// <param name="topics">Topics and judgments.</param>
    /// <param name="readings"><see cref="SearchParameters.Readings"/> of every search.</param>
    /// <param name="run">Where the run is written as TREC lines <c>qid Q0 docid rank score tag</c>; nowhere when null.</param>
    /// <param name="cancellation">Stops between two topics.</param>
    public static RelevanceReport Run(Archive archive, JudgedTopics topics, string? readings = null, TextWriter? run = null, CancellationToken cancellation = default) =>
        Run(topic => Search(archive, topic, readings, cancellation), topics, "SearchService", run, cancellation);

    /// <summary>The same for any engine.</summary>
    /// <param name="search">The ranking of a topic, best first; null when the engine refuses the query.</param>
    /// <param name="topics">Topics and judgments.</param>
    /// <param name="tag">Name of the run in its lines.</param>
    /// <param name="run">Where the run is written; nowhere when null.</param>
    /// <param name="cancellation">Stops between two topics.</param>
    internal static RelevanceReport Run(
        Func<Topic, IReadOnlyList<RankedDocument>?> search,
        JudgedTopics topics,
        string tag,
        TextWriter? run = null,
        CancellationToken cancellation = default)
    {
        var measured = new List<RelevanceMeasures>();
        var outcomes = new List<TopicOutcome>();
        var refused = 0;
        foreach (var topic in topics.Topics)
        {
            cancellation.ThrowIfCancellationRequested();
            var ranking = search(topic);
            Write(run, topic, ranking ?? [], tag);
            if (!topics.Qrels.Judges(topic.Id))
                continue;
            refused += ranking is null ? 1 : 0;
            var grades = topics.Qrels.GradesOf(topic.Id);
            var ids = (ranking ?? []).Take(RelevanceMeasures.Depth).Select(document => document.Id).ToList();
            measured.Add(RelevanceMeasures.Of(ids, grades));
            var first = ids.FindIndex(id => grades.GetValueOrDefault(id) > 0);
            outcomes.Add(new TopicOutcome(topic.Id, topic.Query, first < 0 ? null : first + 1, ids.Count));
        }

        return new RelevanceReport(
            RelevanceMeasures.Mean(measured),
            outcomes.Count(outcome => outcome.Hits == 0),
            topics.Topics.Count - measured.Count,
            refused,
            [.. outcomes.Where(outcome => outcome.Rank != 1).OrderByDescending(outcome => outcome.Rank ?? int.MaxValue).Take(WorstShown)]);
    }

    private static List<RankedDocument>? Search(Archive archive, Topic topic, string? readings, CancellationToken cancellation)
    {
        // Headlines hold quotes, colons and hyphens that mean nothing: PlainText keeps them from being operators.
        var parameters = new SearchParameters
        {
            Q = topic.Query,
            PageSize = RelevanceMeasures.Depth.ToString(CultureInfo.InvariantCulture),
            Readings = readings,
            PlainText = true,
        };
        if (!SearchRequest.TryCreate(parameters, out var request, out _))
            return null;
        return [.. archive.Search(request, cancellation).Hits.Select(hit => new RankedDocument(hit.Id, hit.Score))];
    }

    private static void Write(TextWriter? run, Topic topic, IReadOnlyList<RankedDocument> ranking, string tag)
    {
        for (var index = 0; run is not null && index < ranking.Count; index++)
        {
            var (id, score) = ranking[index];
            run.Write(string.Create(CultureInfo.InvariantCulture, $"{topic.Id} Q0 {id} {index + 1} {score} {tag}\n"));
        }
    }
}
