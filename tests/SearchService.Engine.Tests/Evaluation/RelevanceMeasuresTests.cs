using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SearchService.Engine.Evaluation;
using Xunit;

namespace SearchService.Engine.Tests.Evaluation;

public class RelevanceMeasuresTests
{
    [Fact]
    public void A_relevant_first_document_is_a_success_and_the_whole_reciprocal_rank()
    {
        var measures = RelevanceMeasures.Of(["a", "b"], Grades(("a", 1)));

        Assert.Equal(new RelevanceMeasures(1, 1, 1, 1, 1, 1), measures);
    }

    [Fact]
    public void The_first_relevant_document_at_rank_three_counts_a_third()
    {
        // DCG = 1/log2(4) + 1/log2(5); ideal = 1/log2(2) + 1/log2(3) + 1/log2(4): three relevant documents, one never found.
        var measures = RelevanceMeasures.Of(["x", "y", "a", "b"], Grades(("a", 1), ("b", 1), ("c", 1), ("x", 0)));

        Assert.Equal(0, measures.SuccessAt1);
        Assert.Equal(1.0 / 3, measures.MrrAt10, 12);
        Assert.Equal(0.436747, measures.NdcgAt10, 6);
        Assert.Equal(2.0 / 3, measures.RecallAt10, 12);
        Assert.Equal(2.0 / 3, measures.RecallAt100, 12);
    }

    [Fact]
    public void Grades_gain_linearly()
    {
        // DCG = 1/1 + 3/log2(3) = 2.892789; ideal = 3/1 + 1/log2(3) = 3.630930.
        var measures = RelevanceMeasures.Of(["low", "high"], Grades(("low", 1), ("high", 3)));

        Assert.Equal(2.892789 / 3.630930, measures.NdcgAt10, 5);
    }

    [Fact]
    public void A_document_at_rank_eleven_is_only_in_the_recall_at_a_hundred()
    {
        string[] ranking = [.. Enumerable.Range(0, 10).Select(number => $"x{number}"), "a"];

        Assert.Equal(new RelevanceMeasures(1, 0, 0, 0, 0, 1), RelevanceMeasures.Of(ranking, Grades(("a", 1))));
    }

    [Fact]
    public void A_document_at_rank_a_hundred_and_one_is_not_found()
    {
        string[] ranking = [.. Enumerable.Range(0, 100).Select(number => $"x{number}"), "a"];

        Assert.Equal(new RelevanceMeasures(1, 0, 0, 0, 0, 0), RelevanceMeasures.Of(ranking, Grades(("a", 1))));
    }

    [Fact]
    public void A_query_without_a_relevant_document_counts_and_gets_nothing()
    {
        Assert.Equal(new RelevanceMeasures(1, 0, 0, 0, 0, 0), RelevanceMeasures.Of(["a"], Grades(("a", 0), ("b", -1))));
    }

    [Fact]
    public void A_grade_below_zero_gains_nothing_and_takes_nothing_away()
    {
        Assert.Equal(1 / Math.Log2(3), RelevanceMeasures.Of(["spam", "a"], Grades(("spam", -2), ("a", 1))).NdcgAt10, 12);
    }

    [Fact]
    public void A_document_ranked_twice_is_an_error_of_the_engine()
    {
        Assert.Throws<ArgumentException>(() => RelevanceMeasures.Of(["a", "b", "a"], Grades(("a", 1))));
    }

    [Fact]
    public void The_mean_weighs_every_query_alike()
    {
        var found = new RelevanceMeasures(1, 1, 1, 1, 1, 1);
        var missed = new RelevanceMeasures(3, 0, 0, 0, 0, 0);

        Assert.Equal(new RelevanceMeasures(4, 0.25, 0.25, 0.25, 0.25, 0.25), RelevanceMeasures.Mean([found, missed]));
        Assert.Equal(0, RelevanceMeasures.Mean([]).MrrAt10);
    }

    [Fact]
    public void Json_has_the_names_of_the_measures()
    {
        Assert.Equal(
            """{"queries":1,"success@1":0,"mrr@10":0.5,"ndcg@10":0.25,"recall@10":0.125,"recall@100":1}""",
            JsonSerializer.Serialize(new RelevanceMeasures(1, 0, 0.5, 0.25, 0.125, 1)));
    }

    [Fact]
    public void Measures_agree_with_their_definitions_on_any_ranking()
    {
        var cases =
            from pool in Gen.Choose(1, 140)
            from ranked in Gen.Choose(0, pool)
            from order in Gen.Shuffle(Enumerable.Range(0, pool).ToArray())
            from grades in Gen.ArrayOf(Gen.Choose(-1, 3), pool)
            from judged in Gen.ArrayOf(Gen.Choose(0, 3), pool)
            select (
                Ranking: order.Take(ranked).Select(number => $"d{number}").ToArray(),
                Grades: Enumerable.Range(0, pool).Where(number => judged[number] == 0).ToDictionary(number => $"d{number}", number => grades[number]));

        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var measures = RelevanceMeasures.Of(one.Ranking, one.Grades);
            var naive = Naive(one.Ranking, one.Grades);
            Assert.Equal(naive.SuccessAt1, measures.SuccessAt1, 12);
            Assert.Equal(naive.MrrAt10, measures.MrrAt10, 12);
            Assert.Equal(naive.NdcgAt10, measures.NdcgAt10, 12);
            Assert.Equal(naive.RecallAt10, measures.RecallAt10, 12);
            Assert.Equal(naive.RecallAt100, measures.RecallAt100, 12);
            Assert.InRange(measures.NdcgAt10, 0, 1 + 1e-12);
        }).QuickCheckThrowOnFailure();
    }

    // Every measure from its definition alone, with a pass of its own.
    private static RelevanceMeasures Naive(string[] ranking, Dictionary<string, int> grades)
    {
        var relevant = grades.Where(pair => pair.Value > 0).Select(pair => pair.Key).ToHashSet();
        if (relevant.Count == 0)
            return new RelevanceMeasures(1, 0, 0, 0, 0, 0);
        double Gain(string id) => Math.Max(0, grades.GetValueOrDefault(id));
        double Dcg(IEnumerable<string> ids) => ids.Take(10).Select((id, index) => Gain(id) * Math.Log(2) / Math.Log(index + 2)).Sum();
        double Recall(int depth) => (double)ranking.Take(depth).Count(relevant.Contains) / relevant.Count;
        return new RelevanceMeasures(
            1,
            ranking.Take(1).Count(relevant.Contains),
            ranking.Take(10).Select((id, index) => relevant.Contains(id) ? 1.0 / (index + 1) : 0).DefaultIfEmpty().Max(),
            Dcg(ranking) / Dcg(grades.Keys.OrderByDescending(Gain)),
            Recall(10),
            Recall(100));
    }

    private static Dictionary<string, int> Grades(params (string Id, int Grade)[] judged) => judged.ToDictionary(one => one.Id, one => one.Grade);
}
