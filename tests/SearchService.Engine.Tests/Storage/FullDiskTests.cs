using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Engine.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Storage;

public sealed class FullDiskTests
{
    [Fact]
    public void A_store_that_may_not_grow_refuses_the_article_and_keeps_the_others()
    {
        using var folder = new TemporaryFolder();
        using var archive = IndexedStore.Open(folder.Options, null);
        archive.Put(SomeArticles.One(1));
        StoreSchema.Execute(archive.Store.Writer!.Connection, "PRAGMA max_page_count = 20");

        var refusal = Assert.Throws<ArchiveException>(() => archive.Index(Enumerable.Range(2, 300).Select(Outcome), null, TestContext.Current.CancellationToken));

        Assert.Equal("disk_full", refusal.Code);
        Assert.Equal(1, archive.Store.Counts().Articles);
        StoreSchema.Execute(archive.Store.Writer.Connection, "PRAGMA max_page_count = 2000000");
        Assert.Equal(300, archive.Index(Enumerable.Range(2, 300).Select(Outcome), null, TestContext.Current.CancellationToken).Added);
        Assert.Empty(archive.Verify(null, TestContext.Current.CancellationToken).Problems);
    }

    [Fact]
    public void A_run_into_a_full_disk_says_so_keeps_what_was_acknowledged_and_goes_on_when_there_is_room()
    {
        using var disk = new FullDisk(24);
        var options = new ArchiveOptions { Folder = Path.Combine(disk.Folder, "archive"), IndexBufferMegabytes = 4 };
        long kept;
        // Closed by hand: a close on a full disk may say so again, and must not hide what an assertion says.
        var archive = Archive.Open(options);
        try
        {
            archive.Take(Enumerable.Range(0, 50).Select(Outcome));
            Assert.Equal("disk_full", Assert.Throws<ArchiveException>(() => archive.Take(Enumerable.Range(50, 5_000).Select(Outcome))).Code);
            kept = archive.Status.Articles;
            Assert.True(kept >= 50);
            Assert.NotNull(archive.Find("a49"));

            // However often a write finds the disk still full, searches go on.
            Assert.Equal("disk_full", Assert.Throws<ArchiveException>(() => archive.Take(Enumerable.Range(5_050, 2_000).Select(Outcome))).Code);
            Assert.True(archive.Status.Articles >= kept);
        }
        finally
        {
            CloseOnFullDisk(archive);
        }

        // The same disk, made larger: what a user would do.
        disk.Grow(400);
        using var again = Archive.Open(options);
        Assert.True(again.Status.Articles >= kept);
        Assert.Empty(again.Problems());
        Assert.Equal(5_050, again.Take(Enumerable.Range(0, 5_050).Select(Outcome)).Read);
        Assert.Equal(5_050, again.Status.Articles);
        Assert.Empty(again.Problems());
    }

    [Fact]
    public void An_open_archive_whose_index_had_no_room_follows_again_once_there_is()
    {
        using var disk = new FullDisk(64);
        using var archive = Archive.Open(new() { Folder = Path.Combine(disk.Folder, "archive") });
        archive.Take(Enumerable.Range(0, 20).Select(Outcome));
        disk.Fill();
        try
        {
            for (var number = 100; number < 140; number++)
                archive.Put(Long(number));
            archive.Refresh();
            Assert.Fail("The disk was not full.");
        }
        catch (ArchiveException refusal)
        {
            Assert.Equal("disk_full", refusal.Code);
        }

        Assert.True(archive.Status.Articles >= 20);
        disk.Free();
        archive.Put(SomeArticles.One(200));
        archive.Refresh();
        Assert.NotNull(archive.Find("a200"));
        Assert.Empty(archive.Problems());
    }

    private static void CloseOnFullDisk(Archive archive)
    {
        try
        {
            archive.Dispose();
        }
        catch (ArchiveException refusal)
        {
            Assert.Equal("disk_full", refusal.Code);
        }
    }

    private static ReadOutcome Outcome(int number) => ReadOutcome.Of(Long(number));

    // Words that no dictionary has and no compressor shortens.
    private static Article Long(int number)
    {
        var random = new Random(number);
        return SomeArticles.One(number, string.Join(' ', Enumerable.Range(0, 400).Select(_ => Word(random))));
    }

    private static string Word(Random random) => new([.. Enumerable.Range(0, 8).Select(_ => (char)('क' + random.Next(36)))]);
}
