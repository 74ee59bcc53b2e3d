using SearchService.Engine.Evaluation;
using Xunit;

namespace SearchService.Engine.Tests.Evaluation;

public class RelevanceEvaluationTests
{
    private static readonly JudgedTopics Judged = new(
        [new("found", "एक"), new("second", "दो"), new("missed", "तीन"), new("silent", "चार"), new("unjudged", "पाँच"), new("refused", "छह")],
        Qrels.Read(["found 0 a 1", "second 0 b 1", "missed 0 c 1", "silent 0 a 1", "refused 0 a 1", "nobody 0 a 1"], "qrels"));

    [Fact]
    public void Judged_topics_are_averaged_over_and_the_rest_left_out()
    {
        var report = RelevanceEvaluation.Run(Search, Judged, "test", null, TestContext.Current.CancellationToken);

        Assert.Equal(5, report.Measures.Queries);
        Assert.Equal(1.0 / 5, report.Measures.SuccessAt1, 12);
        Assert.Equal(1.5 / 5, report.Measures.MrrAt10, 12);
        Assert.Equal(2, report.WithoutHit);
        Assert.Equal(1, report.Unjudged);
        Assert.Equal(1, report.Refused);
    }

    [Fact]
    public void The_worst_topics_come_first_and_those_answered_at_once_not_at_all()
    {
        var report = RelevanceEvaluation.Run(Search, Judged, "test", null, TestContext.Current.CancellationToken);

        Assert.Equal(["missed", "silent", "refused", "second"], report.Worst.Select(outcome => outcome.Id));
        Assert.Equal([null, null, null, 2], report.Worst.Select(outcome => outcome.Rank));
        Assert.Equal([2, 0, 0, 2], report.Worst.Select(outcome => outcome.Hits));
    }

    [Fact]
    public void The_run_holds_every_topic_in_trec_form()
    {
        using var run = new StringWriter();

        RelevanceEvaluation.Run(Search, Judged, "test", run, TestContext.Current.CancellationToken);

        Assert.Equal(
            "found Q0 a 1 2.5 test\nfound Q0 b 2 1 test\nsecond Q0 a 1 2.5 test\nsecond Q0 b 2 1 test\n"
            + "missed Q0 a 1 2.5 test\nmissed Q0 b 2 1 test\nunjudged Q0 a 1 2.5 test\nunjudged Q0 b 2 1 test\n",
            run.ToString());
    }

    [Fact]
    public void A_cancelled_evaluation_stops()
    {
        Assert.Throws<OperationCanceledException>(() => RelevanceEvaluation.Run(Search, Judged, "test", null, new CancellationToken(true)));
    }

    private static IReadOnlyList<RankedDocument>? Search(Topic topic) => topic.Id switch
    {
        "silent" => [],
        "refused" => null,
        _ => [new("a", 2.5), new("b", 1)],
    };
}
