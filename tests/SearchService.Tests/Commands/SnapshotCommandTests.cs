using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Commands;

public sealed class SnapshotCommandTests(TestArchive archive)
{
    [Fact]
    public async Task A_served_archive_is_copied_and_the_copy_restored()
    {
        using var folder = new TemporaryFolder();
        var (snapshot, restored) = (Path.Combine(folder.Path, "snapshot"), Path.Combine(folder.Path, "restored"));
        await using var service = await RunningService.StartAsync(await CopyAsync(folder));

        var made = await CommandResult.RunAsync("snapshot", snapshot, "--archive", Path.Combine(folder.Path, "served"), "--json");
        Assert.True(made.ExitCode == 0, made.Error);
        Assert.Equal(TestArchive.Articles, made.Json.GetProperty("articles").GetInt32());
        var restore = await CommandResult.RunAsync("restore", snapshot, "--archive", restored);
        Assert.True(restore.ExitCode == 0, restore.Error);
        Assert.Contains($"{TestArchive.Articles} articles", restore.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandResult.RunAsync("verify", "--archive", restored)).ExitCode);
        Assert.Equal(
            (await CommandResult.RunAsync("search", "लावरोव", "--archive", archive.Folder, "--json")).Json.GetProperty("total").GetProperty("value").GetInt32(),
            (await CommandResult.RunAsync("search", "लावरोव", "--archive", restored, "--json")).Json.GetProperty("total").GetProperty("value").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_one_line_and_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var snapshot = Path.Combine(folder.Path, "snapshot");
        Assert.Equal(0, (await CommandResult.RunAsync("snapshot", snapshot, "--archive", archive.Folder)).ExitCode);

        var onto = await CommandResult.RunAsync("snapshot", snapshot, "--archive", archive.Folder);
        var over = await CommandResult.RunAsync("restore", snapshot, "--archive", archive.Folder);
        var nothing = await CommandResult.RunAsync("restore", folder.Path, "--archive", Path.Combine(folder.Path, "x"));

        foreach (var (failed, why) in ((CommandResult, string)[])[(onto, "not an empty folder"), (over, "nothing is restored over it"), (nothing, "no manifest.json")])
        {
            Assert.Equal(1, failed.ExitCode);
            Assert.Contains(why, Assert.Single(failed.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
            Assert.Empty(failed.Out);
        }
    }

    private static async Task<string> CopyAsync(TemporaryFolder folder)
    {
        var served = Path.Combine(folder.Path, "served");
        var made = await CommandResult.RunAsync("index", TestArchive.Source, "--archive", served);
        Assert.True(made.ExitCode == 0, made.Error);
        return served;
    }
}
