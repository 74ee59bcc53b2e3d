using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Commands;

public sealed class ExportCommandTests(TestArchive archive, ReadingService reading)
{
    [Fact]
    public async Task Lines_of_JSON_are_what_the_API_exports()
    {
        var printed = await ExportAsync("मौसम", "--format", "jsonl", "--sort", "oldest", "--from", "2015-01-10");
        using var answered = await reading.Service.GetAsync("/v1/export?q=मौसम&format=jsonl&sort=oldest&from=2015-01-10");

        Assert.Equal(0, printed.ExitCode);
        Assert.Equal(await answered.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), printed.Out);
    }

    [Fact]
    public async Task Without_a_query_all_articles_are_exported_and_can_be_indexed_again()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("all.jsonl", (await ExportAsync("--format", "jsonl")).Out);

        var made = await CommandResult.RunAsync("index", file, "--archive", Path.Combine(folder.Path, "archive"), "--json");
        Assert.Equal((TestArchive.Articles, 0), (made.Json.GetProperty("added").GetInt32(), made.Json.GetProperty("refused").GetInt32()));
    }

    [Fact]
    public async Task What_was_corrected_is_said_beside_the_export()
    {
        var printed = await ExportAsync("मोसम", "--format", "csv", "--bom");
        Assert.Contains("these are the results for \"मौसम\"", printed.Error, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF\"id\"", printed.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("x", "--format", "xlsx")]
    [InlineData("\"x", "--format", "csv")]
    public async Task What_cannot_be_done_is_bad_usage(params string[] args) => Assert.Equal(2, (await ExportAsync(args)).ExitCode);

    private Task<CommandResult> ExportAsync(params string[] args) => CommandResult.RunAsync(["export", .. args, "--archive", archive.Folder]);
}
