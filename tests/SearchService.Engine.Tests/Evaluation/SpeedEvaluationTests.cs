using System.Collections.Concurrent;
using System.Text.Json;
using SearchService.Engine.Evaluation;
using Xunit;

namespace SearchService.Engine.Tests.Evaluation;

public class SpeedEvaluationTests
{
    private static readonly SpeedQuery[] Queries = [new("term", "a"), new("term", "b"), new("and2", "a b")];

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 1, 3)]
    [InlineData(4, 3, 2)]
    public void The_first_half_of_the_rounds_warms_up(int rounds, int threads, int measured)
    {
        var asked = new ConcurrentBag<string>();

        var report = SpeedEvaluation.Run(query => asked.Add(query.Words), Queries, new SpeedOptions { Rounds = rounds, Threads = threads });

        Assert.Equal(rounds * Queries.Length, asked.Count);
        Assert.All(Queries, query => Assert.Equal(rounds, asked.Count(words => words == query.Words)));
        Assert.Equal([("term", 2 * measured), ("and2", measured)], report.Classes.Select(one => (one.Class, one.Count)));
        Assert.True(report.QueriesPerSecond > 0);
    }

    [Fact]
    public void Times_go_to_the_class_that_took_them()
    {
        var report = SpeedEvaluation.Run(query => Thread.Sleep(query.Class == "and2" ? 20 : 0), Queries, new SpeedOptions { Rounds = 2 });

        Assert.True(report.Classes[1].P50 >= 19_000, $"and2 slept 20 ms and took {report.Classes[1].P50} µs");
        Assert.True(report.Classes[0].P50 < report.Classes[1].P50);
    }

    [Fact]
    public void Percentiles_are_taken_as_the_peer_takes_them()
    {
        var speed = ClassSpeed.Of("term", [.. Enumerable.Range(1, 200).Select(number => (double)number).Reverse()]);

        Assert.Equal(new ClassSpeed("term", 200, 101, 191, 199), speed);
        Assert.Equal(new ClassSpeed("term", 1, 7, 7, 7), ClassSpeed.Of("term", [7]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_failing_search_fails_the_run(int threads)
    {
        Assert.Throws<InvalidOperationException>(() => SpeedEvaluation.Run(
            _ => throw new InvalidOperationException("no index"), Queries, new SpeedOptions { Threads = threads }));
    }

    [Fact]
    public void Rounds_and_threads_start_at_one()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SpeedEvaluation.Run(_ => { }, Queries, new SpeedOptions { Rounds = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpeedEvaluation.Run(_ => { }, Queries, new SpeedOptions { Threads = 0 }));
    }

    [Fact]
    public void Json_has_the_names_of_the_contract()
    {
        Assert.Equal(
            """{"classes":[{"class":"term","count":2,"p50Us":1,"p95Us":2,"p99Us":3}],"queriesPerSecond":4}""",
            JsonSerializer.Serialize(new SpeedReport([new ClassSpeed("term", 2, 1, 2, 3)], 4)));
    }
}
