using SearchService.Articles;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Indexing;

public sealed class IndexingRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Archive _archive;

    public IndexingRunTests() => _archive = _folder.Open();

    public void Dispose()
    {
        _archive.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Of_many_articles_with_one_id_the_last_stays_and_the_counts_add_up()
    {
        var random = new Random(3);
        var last = new Dictionary<string, string>();
        var outcomes = new List<ReadOutcome>();
        for (var number = 0; number < 5_000; number++)
        {
            var article = SomeArticles.One(number, $"पाठ {random.Next(3)}", $"id{random.Next(40)}");
            last[article.Id] = article.Headline;
            outcomes.Add(ReadOutcome.Of(article));
        }

        var report = _archive.Take(outcomes);

        Assert.Equal((5_000, 40, 4_960), (report.Read, report.Added, report.Updated + report.Unchanged));
        Assert.All(last, pair => Assert.Equal(pair.Value, _archive.Find(pair.Key)!.Headline));
        Assert.Equal(40, _archive.Status.Articles);
        Assert.Empty(_archive.Problems());
    }

    [Fact]
    public void After_a_large_run_segments_are_merged_and_the_time_that_takes_is_told_beside_its_own()
    {
        var small = _archive.Take(SomeArticles.Many(6_000, text: "रूस"));
        var large = _archive.Take(SomeArticles.Many(10_000, from: 6_000, text: "रूस"));
        var again = _archive.Take(SomeArticles.Many(10_000, from: 6_000, text: "रूस"));

        Assert.Equal(0, small.MergeSeconds);
        Assert.True(large.MergeSeconds > 0);
        Assert.True(large.Seconds > 0);
        Assert.Equal((0, 10_000), (again.MergeSeconds, again.Unchanged));
    }

    [Fact]
    public void A_cancelled_run_keeps_what_it_has_read_and_says_that_it_was_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var read = 0;

        Assert.Throws<OperationCanceledException>(() => _archive.Index(SomeArticles.Many(100_000).Select(Counted), null, stop.Token));

        _archive.Refresh();
        Assert.InRange(read, 3_000, 3_100);
        Assert.Equal(read, _archive.Status.Articles);
        Assert.Empty(_archive.Problems());

        ReadOutcome Counted(ReadOutcome outcome)
        {
            if (++read == 3_000)
                stop.Cancel();
            return outcome;
        }
    }

    [Fact]
    public void A_source_that_fails_is_reported_after_what_it_gave_is_kept()
    {
        Assert.Throws<InvalidDataException>(() => _archive.Take(SomeArticles.Many(500).Concat(Failing())));

        _archive.Refresh();
        Assert.Equal(500, _archive.Status.Articles);

        static IEnumerable<ReadOutcome> Failing()
        {
            yield return SomeArticles.Many(1).First();
            throw new InvalidDataException("The tape broke.");
        }
    }

    [Fact]
    public void A_slow_source_does_not_keep_what_it_has_given_waiting()
    {
        var found = false;

        _archive.Take(Slow());

        Assert.True(found);

        IEnumerable<ReadOutcome> Slow()
        {
            yield return ReadOutcome.Of(SomeArticles.One(1));
            for (var wait = 0; wait < 50 && !found; wait++)
            {
                Thread.Sleep(100);
                found = _archive.Find("a1") is not null;
            }
        }
    }

    [Fact]
    public void Progress_tells_what_is_done_and_refused()
    {
        var heard = new List<(string Stage, long Done, long Refused)>();
        _archive.Index(
            SomeArticles.Many(20_000).Prepend(ReadOutcome.Of(new ReadFailure("x", null, "Nothing."))),
            new Listener(progress => heard.Add((progress.Stage, progress.Done, progress.Refused))),
            TestContext.Current.CancellationToken);

        Assert.NotEmpty(heard);
        Assert.Equal("Learning", heard[^1].Stage);
        heard.RemoveAt(heard.Count - 1);
        Assert.All(heard, progress => Assert.Equal(("Reading", 1), (progress.Stage, progress.Refused)));
        Assert.Equal(heard.Select(progress => progress.Done).Order(), heard.Select(progress => progress.Done));
        Assert.Contains("\"file\":\"x\"", File.ReadAllText(_folder["refusals.jsonl"]), StringComparison.Ordinal);
    }

    private sealed class Listener(Action<Engine.Indexing.ArchiveProgress> hear) : IProgress<Engine.Indexing.ArchiveProgress>
    {
        public void Report(Engine.Indexing.ArchiveProgress value) => hear(value);
    }
}
