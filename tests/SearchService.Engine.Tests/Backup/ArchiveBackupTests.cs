using System.Text;
using SearchService.Engine.Backup;
using SearchService.Engine.Querying;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Backup;

public sealed class ArchiveBackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Archive => _folder["archive"];

    private string Snapshot => _folder["snapshot"];

    private string Restored => _folder["restored"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_archive_is_restored_as_it_was_with_what_it_remembers()
    {
        string identity;
        using (var archive = Make(60))
        {
            identity = archive.Identity;
            Assert.True(archive.SavedSearches.TryAdd("सब", null, new SearchParameters { Q = "समाचार" }, out _, out _));
            archive.Put(SomeArticles.One(60));
            archive.Delete("a3");
            // A file that the store does not hold, and that nothing can make again.
            File.WriteAllText(Path.Combine(Archive, "refusals.jsonl"), "{}\n");
            var made = ArchiveBackup.Snapshot(Archive, Snapshot, null, TestContext.Current.CancellationToken);
            Assert.Equal((60, 62, 1), (made.Articles, made.Generation, made.SavedSearches));
            archive.Put(SomeArticles.One(61));
        }

        var report = ArchiveBackup.Restore(Snapshot, Restored, null, TestContext.Current.CancellationToken);

        Assert.Equal((60, 62, 1), (report.Articles, report.Generation, report.SavedSearches));
        Assert.Equal("{}\n", File.ReadAllText(Path.Combine(Restored, "refusals.jsonl")));
        using var restored = Engine.Archive.Open(new() { Folder = Restored });
        Assert.Equal(identity, restored.Identity);
        Assert.Empty(restored.Problems());
        Assert.Null(restored.Find("a3"));
        Assert.Null(restored.Find("a61"));
        Assert.Equal(SomeArticles.One(60).Headline, restored.Find("a60")!.Headline);
        restored.SavedSearches.CatchUp(cancellation: TestContext.Current.CancellationToken);
        Assert.True(restored.SavedSearches.TryMatches(restored.SavedSearches.List()[0], null, 10, out var matches));
        Assert.Equal(["a60"], matches.Matches.Select(match => match.Article.Id));
    }

    [Fact]
    public async Task Snapshots_of_an_archive_that_is_being_written_are_each_of_one_moment()
    {
        using var archive = Make(1);
        Assert.True(archive.SavedSearches.TryAdd(null, null, new SearchParameters { Q = "समाचार" }, out var saved, out _));
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(
            () =>
            {
                for (var number = 1; !stop.IsCancellationRequested; number += 3)
                {
                    archive.Index(SomeArticles.Many(3, number), null, CancellationToken.None);
                    archive.Delete($"a{number}");
                }
            },
            TestContext.Current.CancellationToken);
        try
        {
            for (var round = 0; round < 3; round++)
            {
                var (snapshot, restored) = (Snapshot + round, Restored + round);
                var made = ArchiveBackup.Snapshot(Archive, snapshot, null, TestContext.Current.CancellationToken);
                var report = ArchiveBackup.Restore(snapshot, restored, null, TestContext.Current.CancellationToken);
                Assert.Equal((made.Articles, made.Generation), (report.Articles, report.Generation));
                using var copy = Engine.Archive.Open(new() { Folder = restored });
                Assert.Empty(copy.Problems());
                copy.SavedSearches.CatchUp(cancellation: TestContext.Current.CancellationToken);
                Assert.Equal(Math.Min(1_000, made.Articles - 1), copy.SavedSearches.Sum(saved).Count);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await writing;
        }
    }

    [Fact]
    public void An_archive_that_holds_anything_is_left_as_it_is_and_an_empty_one_is_not()
    {
        using (Make(5))
            ArchiveBackup.Snapshot(Archive, Snapshot, null, TestContext.Current.CancellationToken);
        using (var other = Engine.Archive.Open(new() { Folder = Restored }))
        {
            other.Put(SomeArticles.One(9));
            other.Delete("a9");
        }

        AssertRefused("archive_not_empty", () => ArchiveBackup.Restore(Snapshot, Restored, null, TestContext.Current.CancellationToken));
        AssertRefused("archive_not_empty", () => ArchiveBackup.Restore(Snapshot, Archive, null, TestContext.Current.CancellationToken));

        Engine.Archive.Open(new() { Folder = _folder["empty"] }).Dispose();
        Assert.Equal(5, ArchiveBackup.Restore(Snapshot, _folder["empty"], null, TestContext.Current.CancellationToken).Articles);
        using var filled = Engine.Archive.Open(new() { Folder = _folder["empty"] });
        Assert.Empty(filled.Problems());
    }

    [Fact]
    public void An_archive_that_another_process_writes_is_not_restored_to()
    {
        using (Make(5))
            ArchiveBackup.Snapshot(Archive, Snapshot, null, TestContext.Current.CancellationToken);
        using var open = Engine.Archive.Open(new() { Folder = Restored });

        AssertRefused("archive_in_use", () => ArchiveBackup.Restore(Snapshot, Restored, null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("flipped bit")]
    [InlineData("cut short")]
    [InlineData("missing")]
    [InlineData("other count")]
    [InlineData("other place")]
    [InlineData("later form")]
    [InlineData("no manifest at all")]
    public void A_damaged_snapshot_is_not_restored_and_leaves_nothing_behind(string damage)
    {
        using (Make(50))
            ArchiveBackup.Snapshot(Archive, Snapshot, null, TestContext.Current.CancellationToken);
        var (store, manifest) = (Path.Combine(Snapshot, "archive.db"), Path.Combine(Snapshot, "manifest.json"));
        switch (damage)
        {
            case "flipped bit":
                var bytes = File.ReadAllBytes(store);
                bytes[bytes.Length / 2] ^= 4;
                File.WriteAllBytes(store, bytes);
                break;
            case "cut short":
                using (var file = File.OpenWrite(store))
                    file.SetLength(file.Length - 1);
                break;
            case "missing":
                File.Delete(store);
                break;
            case "other count":
                Rewrite(manifest, "\"articles\": 50", "\"articles\": 51");
                break;
            case "other place":
                Rewrite(manifest, "\"archive.db\"", "\"../archive.db\"");
                break;
            case "later form":
                Rewrite(manifest, "\"format\": 1", "\"format\": 99");
                break;
            default:
                File.WriteAllText(manifest, "<html>");
                break;
        }

        AssertRefused("snapshot_damaged", () => ArchiveBackup.Restore(Snapshot, Restored, null, TestContext.Current.CancellationToken));

        Assert.False(File.Exists(Path.Combine(Restored, "archive.db")));
        Assert.Empty(Directory.Exists(Restored) ? Directory.GetFiles(Restored, "*.restored") : []);
    }

    [Fact]
    public void Folders_that_are_no_snapshot_and_no_archive_are_told_apart()
    {
        using (Make(2))
        {
        }

        AssertRefused("snapshot_missing", () => ArchiveBackup.Restore(_folder["nowhere"], Restored, null, TestContext.Current.CancellationToken));
        Assert.Contains("an archive's own folder", AssertRefused("snapshot_missing", () => ArchiveBackup.Restore(Archive, Restored, null, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        AssertRefused("archive_missing", () => ArchiveBackup.Snapshot(_folder["nowhere"], Snapshot, null, TestContext.Current.CancellationToken));
        AssertRefused("snapshot_exists", () => ArchiveBackup.Snapshot(Archive, Archive, null, TestContext.Current.CancellationToken));
        File.WriteAllText(_folder["file"], "");
        AssertRefused("snapshot_exists", () => ArchiveBackup.Snapshot(Archive, _folder["file"], null, TestContext.Current.CancellationToken));
        Directory.CreateDirectory(_folder["text"]);
        File.WriteAllBytes(Path.Combine(_folder["text"], "archive.db"), Encoding.UTF8.GetBytes(new string('x', 20_000)));
        AssertRefused("archive_damaged", () => ArchiveBackup.Snapshot(_folder["text"], Snapshot, null, TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(Snapshot));
    }

    [Fact]
    public void A_full_disk_is_told_and_nothing_half_done_is_left()
    {
        using var disk = new FullDisk(1);
        using var archive = Make(8_000);
        var (snapshot, restored) = (Path.Combine(disk.Folder, "snapshot"), Path.Combine(disk.Folder, "restored"));
        AssertRefused("disk_full", () => ArchiveBackup.Snapshot(Archive, snapshot, null, TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(snapshot));

        ArchiveBackup.Snapshot(Archive, Snapshot, null, TestContext.Current.CancellationToken);
        AssertRefused("disk_full", () => ArchiveBackup.Restore(Snapshot, restored, null, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Path.Combine(restored, "archive.db")));
    }

    [Fact]
    public void A_snapshot_that_is_stopped_leaves_nothing_behind()
    {
        using var archive = Make(10);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Throws<OperationCanceledException>(() => ArchiveBackup.Snapshot(Archive, Snapshot, null, stopped.Token));
        Assert.False(Directory.Exists(Snapshot));
    }

    private Archive Make(int articles)
    {
        var archive = Engine.Archive.Open(new() { Folder = Archive, IndexBufferMegabytes = 8 });
        archive.Index(SomeArticles.Many(articles), null, TestContext.Current.CancellationToken);
        return archive;
    }

    private static void Rewrite(string file, string what, string by)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(what, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(what, by, StringComparison.Ordinal));
    }

    private static string AssertRefused(string code, Action work)
    {
        var refusal = Assert.Throws<ArchiveException>(work);
        Assert.True(code == refusal.Code, refusal.Message);
        return refusal.Message;
    }
}
