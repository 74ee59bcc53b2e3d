using System.Text.Json.Serialization;

namespace SearchService.Engine.Evaluation;

/// <summary>
/// How good rankings are, from 0 to 1 each. A document of grade 1 or more is relevant; one without a judgment is not.
/// Definitions agree with trec_eval 9 (success_1, recip_rank cut at 10, ndcg_cut_10, recall_10, recall_100) run with <c>-c</c>;
/// the order is the one given, while trec_eval would put equal scores in order of document id.
/// </summary>
/// <param name="Queries">Queries averaged over.</param>
/// <param name="SuccessAt1">Share of queries whose first document is relevant.</param>
/// <param name="MrrAt10">Mean of 1 / rank of the first relevant document; 0 where it is not in the first ten.</param>
/// <param name="NdcgAt10">
/// Mean of DCG / ideal DCG over the first ten, with DCG = Σ grade / log₂(rank + 1): Järvelin and Kekäläinen (2002), "Cumulated gain-based
/// evaluation of IR techniques", with linear gain and the discount from rank 2 on, as trec_eval computes it. Grades below 0 gain nothing.
/// </param>
/// <param name="RecallAt10">Mean share of the relevant documents that are in the first ten.</param>
/// <param name="RecallAt100">Mean share of the relevant documents that are in the first hundred.</param>
public sealed record RelevanceMeasures(
    [property: JsonPropertyName("queries")] int Queries,
    [property: JsonPropertyName("success@1")] double SuccessAt1,
    [property: JsonPropertyName("mrr@10")] double MrrAt10,
    [property: JsonPropertyName("ndcg@10")] double NdcgAt10,
    [property: JsonPropertyName("recall@10")] double RecallAt10,
    [property: JsonPropertyName("recall@100")] double RecallAt100)
{
    /// <summary>Documents of a ranking that count.</summary>
    public const int Depth = 100;

    private const int Shallow = 10;

    /// <summary>Measures one ranking. A query whose judgments hold no relevant document gets 0 in every measure, as in trec_eval.</summary>
    /// <param name="ranking">Document ids, best first; what follows the hundredth is ignored.</param>
    /// <param name="grades">Grades by document id.</param>
    /// <exception cref="ArgumentException">A document is ranked twice, which would count it twice.</exception>
    public static RelevanceMeasures Of(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        var ideal = grades.Values.Where(grade => grade > 0).OrderDescending().ToArray();
        int first = 0, in10 = 0, in100 = 0;
        var gained = 0.0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var rank = 1; rank <= Math.Min(ranking.Count, Depth); rank++)
        {
            var id = ranking[rank - 1];
            if (!seen.Add(id))
                throw new ArgumentException($"Document '{id}' is ranked twice.", nameof(ranking));
            var grade = grades.GetValueOrDefault(id);
            if (grade <= 0)
                continue;
            in100++;
            if (first == 0)
                first = rank;
            if (rank > Shallow)
                continue;
            in10++;
            gained += Discounted(grade, rank);
        }

        if (ideal.Length == 0)
            return new RelevanceMeasures(1, 0, 0, 0, 0, 0);
        var best = ideal.Take(Shallow).Select((grade, index) => Discounted(grade, index + 1)).Sum();
        return new RelevanceMeasures(
            1,
            first == 1 ? 1 : 0,
            first is > 0 and <= Shallow ? 1.0 / first : 0,
            gained / best,
            (double)in10 / ideal.Length,
            (double)in100 / ideal.Length);
    }

    /// <summary>The mean over queries; 0 in every measure when there is none.</summary>
    public static RelevanceMeasures Mean(IEnumerable<RelevanceMeasures> measured)
    {
        var queries = 0;
        double success = 0, reciprocal = 0, ndcg = 0, recall10 = 0, recall100 = 0;
        foreach (var one in measured)
        {
            queries += one.Queries;
            success += one.Queries * one.SuccessAt1;
            reciprocal += one.Queries * one.MrrAt10;
            ndcg += one.Queries * one.NdcgAt10;
            recall10 += one.Queries * one.RecallAt10;
            recall100 += one.Queries * one.RecallAt100;
        }

        return queries == 0
            ? new RelevanceMeasures(0, 0, 0, 0, 0, 0)
            : new RelevanceMeasures(queries, success / queries, reciprocal / queries, ndcg / queries, recall10 / queries, recall100 / queries);
    }

    private static double Discounted(int grade, int rank) => grade / Math.Log2(rank + 1);
}
