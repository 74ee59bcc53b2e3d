using System.Diagnostics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Indexing;

public sealed class VisibilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexedStore _archive;

    public VisibilityTests() => _archive = IndexedStore.Open(_folder.Options, null);

    public void Dispose()
    {
        _archive.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_change_is_found_within_a_second_and_a_removal_too()
    {
        var waits = new List<TimeSpan>();
        for (var number = 0; number < 5; number++)
        {
            _archive.Put(SomeArticles.One(number, $"अनोखा{number}"));
            waits.Add(TimeUntil(() => Hits($"अनोखा{number}") == 1));
            _archive.Delete($"a{number}");
            waits.Add(TimeUntil(() => Hits($"अनोखा{number}") == 0));
        }

        // The median: one of ten may wait for a disk that other tests keep busy; none waits for ever.
        waits.Sort();
        Assert.InRange(waits[5], TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange(waits[^1], TimeSpan.Zero, TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task An_article_put_during_a_bulk_run_is_found_within_seconds_though_nobody_had_searched()
    {
        using var go = new CancellationTokenSource();
        var run = Task.Run(() => _archive.Index(Endless(go.Token), null, CancellationToken.None), TestContext.Current.CancellationToken);
        for (var number = 0; number < 3; number++)
        {
            await Task.Delay(700, TestContext.Current.CancellationToken);
            _archive.Put(SomeArticles.One(0, $"बीचमें{number}", "between"));
            await Task.Delay(200, TestContext.Current.CancellationToken);
            Assert.InRange(TimeUntil(() => Hits($"बीचमें{number}") == 1), TimeSpan.Zero, TimeSpan.FromSeconds(3));
        }

        await go.CancelAsync();
        Assert.True((await run).Read > 0);
    }

    [Fact]
    public void Many_updates_of_one_article_leave_one_article_and_the_last_words()
    {
        for (var update = 0; update < 1_000; update++)
            _archive.Put(SomeArticles.One(1, $"पाठ{update}"));
        _archive.Refresh();

        Assert.Equal((1, 1, 0), (Hits(null), Hits("पाठ999"), Hits("पाठ998")));
        Assert.Empty(_archive.Verify(null, TestContext.Current.CancellationToken).Problems);
    }

    [Fact]
    public async Task Searches_see_whole_generations_while_articles_are_replaced_and_merged()
    {
        const int Articles = 40;
        using var go = new CancellationTokenSource();
        var searchers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => SearchUntil(go.Token))).ToArray();
        for (var round = 0; round < 60; round++)
            _archive.Index(Enumerable.Range(0, Articles).Select(number => ReadOutcome.Of(SomeArticles.One(number, $"दौर{round} सभी"))), null, CancellationToken.None);
        await go.CancelAsync();

        Assert.True((await Task.WhenAll(searchers)).Sum() > 100);
        Assert.Equal(Articles, Hits("दौर59"));

        // Every round is one transaction, and a generation is whole transactions: all articles of a round, or none.
        long SearchUntil(CancellationToken done)
        {
            var searches = 0L;
            while (!done.IsCancellationRequested)
            {
                using var snapshot = _archive.Acquire();
                var round = (snapshot.Generation / Articles) - 1;
                if (round >= 0)
                    Assert.Equal((Articles, Articles), (Hits(snapshot, "सभी"), Hits(snapshot, $"दौर{round}")));
                searches++;
            }

            return searches;
        }
    }

    [Fact]
    public async Task A_rebuild_goes_on_beside_searches_and_changes()
    {
        _archive.Index(SomeArticles.Many(2_000), null, TestContext.Current.CancellationToken);
        var rebuild = Task.Run(() => _archive.Rebuild(null, CancellationToken.None), TestContext.Current.CancellationToken);
        for (var number = 0; !rebuild.IsCompleted || number < 20; number++)
        {
            _archive.Put(SomeArticles.One(5_000 + number));
            using var snapshot = _archive.Acquire();
            Assert.True(snapshot.Searcher.IndexReader.NumDocs >= 2_000);
        }

        await rebuild;
        _archive.Refresh();
        Assert.Empty(_archive.Verify(null, TestContext.Current.CancellationToken).Problems);
        Assert.Equal(_archive.Store.Counts().Articles, Hits(null));
    }

    private static IEnumerable<ReadOutcome> Endless(CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
            yield return ReadOutcome.Of(SomeArticles.One(number % 3_000, $"दौर {number}"));
    }

    private int Hits(string? word)
    {
        using var snapshot = _archive.Acquire();
        return Hits(snapshot, word);
    }

    private static int Hits(IndexSnapshot snapshot, string? word) =>
        snapshot.Searcher.Search(word is null ? new MatchAllDocsQuery() : new TermQuery(new Term(IndexFields.Body, word)), 1).TotalHits;

    private static TimeSpan TimeUntil(Func<bool> holds)
    {
        var start = Stopwatch.GetTimestamp();
        while (!holds() && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10))
            Thread.Sleep(5);
        return Stopwatch.GetElapsedTime(start);
    }
}
