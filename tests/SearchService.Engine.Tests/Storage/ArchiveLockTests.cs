using System.Globalization;
using SearchService.Engine.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Storage;

public sealed class ArchiveLockTests
{
    [Fact]
    public void A_second_writer_is_told_who_has_the_archive_and_what_it_can_do()
    {
        using var folder = new TemporaryFolder();
        using var archive = folder.Open();

        var refusal = Assert.Throws<ArchiveException>(folder.Open);

        Assert.Equal("archive_in_use", refusal.Code);
        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("meanwhile", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_looks_on_while_another_writes()
    {
        using var folder = new TemporaryFolder();
        using var archive = folder.Open();
        archive.Take(SomeArticles.Many(20));
        using var reader = Archive.Open(folder.Options with { ReadOnly = true });

        archive.Put(SomeArticles.One(99));

        Assert.NotNull(reader.Find("a99"));
        Assert.Empty(reader.Problems());
        Assert.Throws<InvalidOperationException>(() => reader.Put(SomeArticles.One(100)));
    }

    [Fact]
    public void The_lock_is_free_again_once_let_go_and_tells_whether_it_was()
    {
        using var folder = new TemporaryFolder();
        var paths = new ArchivePaths(folder.Path);
        using (var first = ArchiveLock.Take(paths))
            Assert.False(first.WasLeftOpen);
        using (var second = ArchiveLock.Take(paths))
            Assert.False(second.WasLeftOpen);

        File.WriteAllText(paths.LockOwner, "12345");
        using var afterACrash = ArchiveLock.Take(paths);
        Assert.True(afterACrash.WasLeftOpen);
    }

    [Fact]
    public void Opening_what_is_not_there_read_only_makes_nothing()
    {
        using var folder = new TemporaryFolder();
        var missing = folder["none"];

        Assert.Equal("archive_missing", Assert.Throws<ArchiveException>(() => Archive.Open(new() { Folder = missing, ReadOnly = true })).Code);
        Assert.False(Directory.Exists(missing));
    }

    [Fact]
    public void A_folder_that_is_a_file_is_unwritable_not_a_riddle()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "");

        Assert.Equal("archive_unwritable", Assert.Throws<ArchiveException>(() => Archive.Open(new() { Folder = folder["file"] })).Code);
    }
}
