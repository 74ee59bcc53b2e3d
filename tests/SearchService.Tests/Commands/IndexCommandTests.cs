using SearchService.Commands;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Commands;

public sealed class IndexCommandTests
{
    [Fact]
    public async Task Files_folders_and_patterns_are_read_and_counted()
    {
        using var folder = new TemporaryFolder();
        var archive = Path.Combine(folder.Path, "archive");
        folder.Write("in/a.jsonl", """{"id":"a","headline":"पहला"}""" + "\n" + """{"id":"b","headline":"दूसरा"}""" + "\n");
        folder.Write("in/deep/c.txt", "तीसरा लेख\n\nकुछ पाठ जो लेख का है।\n");
        var broken = folder.Write("in/d.jsonl", "{\n");

        var first = await CommandResult.RunAsync("index", Path.Combine(folder.Path, "in"), "--archive", archive, "--json");
        Assert.Equal(0, first.ExitCode);
        Assert.Equal(["read", "added", "updated", "unchanged", "refused", "seconds", "mergeSeconds"], first.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal((4, 3, 1), (Number(first, "read"), Number(first, "added"), Number(first, "refused")));
        Assert.Equal(0, first.Json.GetProperty("mergeSeconds").GetDouble());
        Assert.Contains("refusals.jsonl", first.Error, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(broken), await File.ReadAllTextAsync(Path.Combine(archive, "refusals.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        folder.Write("in/a.jsonl", """{"id":"a","headline":"पहला"}""" + "\n" + """{"id":"b","headline":"बदला"}""" + "\n");
        var again = await CommandResult.RunAsync("index", Path.Combine(folder.Path, "in", "*.jsonl"), Path.Combine(folder.Path, "in", "deep", "c.txt"), "--archive", archive, "--json");
        Assert.Equal((0, 1, 2), (Number(again, "added"), Number(again, "updated"), Number(again, "unchanged")));
    }

    [Fact]
    public async Task Without_json_the_sums_are_told_in_words()
    {
        using var folder = new TemporaryFolder();
        var result = await CommandResult.RunAsync("index", TestArchive.Source, "--archive", folder.Path, "--format", "jsonl");

        Assert.StartsWith("40 read: 40 added, 0 updated, 0 unchanged, 0 refused;", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("merged", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "12,000 read: 11,990 added, 5 updated, 4 unchanged, 1 refused; 2.5 s")]
    [InlineData(6.12, "12,000 read: 11,990 added, 5 updated, 4 unchanged, 1 refused; 2.5 s; merged in 6.1 s")]
    public void How_long_merging_took_is_told_where_there_was_any(double mergeSeconds, string expected) =>
        Assert.Equal(expected, IndexCommand.Sums(new(12_000, 11_990, 5, 4, 1, 2.5, mergeSeconds)));

    [Fact]
    public async Task A_path_that_is_not_there_is_bad_usage_and_makes_no_archive()
    {
        using var folder = new TemporaryFolder();
        var archive = Path.Combine(folder.Path, "archive");
        var result = await CommandResult.RunAsync("index", TestArchive.Source, Path.Combine(folder.Path, "missing.txt"), "--archive", archive);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("missing.txt", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(archive));
    }

    [Fact]
    public async Task When_everything_is_refused_it_fails()
    {
        using var folder = new TemporaryFolder();
        var binary = folder.Write("x.txt", "\0\u0001\0\u0002binary");
        var result = await CommandResult.RunAsync("index", binary, "--archive", Path.Combine(folder.Path, "archive"), "--json");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(1, Number(result, "refused"));
    }

    [Fact]
    public async Task An_archive_in_use_is_refused_with_one_line()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path);
        var result = await CommandResult.RunAsync("index", TestArchive.Source, "--archive", folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Stopped_it_ends_with_1_and_what_was_kept_is_whole()
    {
        using var folder = new TemporaryFolder();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        var result = await CommandResult.RunWithInputAsync("", ["index", TestArchive.Source, "--archive", folder.Path], stopped.Token);
        Assert.Equal(1, result.ExitCode);

        var verified = await CommandResult.RunAsync("verify", "--archive", folder.Path, "--json");
        Assert.True(verified.Json.GetProperty("clean").GetBoolean(), verified.Out);
    }

    private static long Number(CommandResult result, string name) => result.Json.GetProperty(name).GetInt64();
}
