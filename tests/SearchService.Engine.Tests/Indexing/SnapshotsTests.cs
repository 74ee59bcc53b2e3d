using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Engine.Indexing;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Indexing;

public sealed class SnapshotsTests
{
    [Fact]
    public void A_snapshot_stays_as_it_was_while_articles_change_and_segments_merge()
    {
        using var folder = new TemporaryFolder();
        using var archive = IndexedStore.Open(folder.Options, null);
        for (var number = 0; number < 30; number++)
            Put(archive, number, "पहले");
        using var before = archive.Acquire();

        for (var number = 0; number < 30; number++)
            Put(archive, number, "बाद");

        using var after = archive.Acquire();
        Assert.Equal((30, 0), (Hits(before, "पहले"), Hits(before, "बाद")));
        Assert.Equal((0, 30), (Hits(after, "पहले"), Hits(after, "बाद")));
        Assert.Equal((30, 60), (before.Generation, after.Generation));
    }

    [Fact]
    public void A_kept_snapshot_is_found_by_its_generation_until_its_time_is_over()
    {
        using var folder = new TemporaryFolder();
        using var archive = IndexedStore.Open(folder.Options with { SnapshotLifetime = TimeSpan.FromSeconds(4) }, null);
        Put(archive, 1, "पहले");
        using (var first = archive.Acquire())
            archive.Keep(first);
        Put(archive, 2, "पहले");

        using (var kept = archive.Acquire(1))
            Assert.Equal(1, Hits(kept!, "पहले"));
        using (var newest = archive.Acquire(2))
            Assert.Equal(2, Hits(newest!, "पहले"));
        Assert.Null(archive.Acquire(7));

        // To ask for it is to keep it for another while.
        Thread.Sleep(5_000);
        Assert.Null(archive.Acquire(1));
    }

    [Fact]
    public void Snapshots_not_kept_are_gone_and_no_more_than_a_few_are_kept()
    {
        using var folder = new TemporaryFolder();
        using var archive = IndexedStore.Open(folder.Options, null);
        for (var number = 1; number <= 40; number++)
        {
            Put(archive, number, "शब्द");
            using var snapshot = archive.Acquire();
            if (number > 1)
                archive.Keep(snapshot);
        }

        Assert.Null(archive.Acquire(1));
        Assert.Null(archive.Acquire(2));
        using var late = archive.Acquire(39);
        Assert.NotNull(late);
    }

    [Fact]
    public void A_reader_closes_with_its_last_lease_and_not_before()
    {
        using var folder = new TemporaryFolder();
        IndexSnapshot lease;
        using (var archive = IndexedStore.Open(folder.Options, null))
        {
            Put(archive, 1, "शब्द");
            lease = archive.Acquire();
        }

        Assert.Equal(1, Hits(lease, "शब्द"));
        Assert.Equal(1, lease.Searcher.IndexReader.RefCount);
        lease.Dispose();
        lease.Dispose();
        Assert.Equal(0, lease.Searcher.IndexReader.RefCount);
    }

    [Fact]
    public void Nothing_can_be_leased_of_a_closed_archive()
    {
        using var folder = new TemporaryFolder();
        var archive = IndexedStore.Open(folder.Options, null);
        archive.Dispose();

        Assert.Throws<ObjectDisposedException>(archive.Acquire);
    }

    private static void Put(IndexedStore archive, int number, string body)
    {
        archive.Put(SomeArticles.One(number, body));
        archive.Refresh();
    }

    private static int Hits(IndexSnapshot snapshot, string word) =>
        snapshot.Searcher.Search(new TermQuery(new Term(IndexFields.Body, word)), 1).TotalHits;
}
