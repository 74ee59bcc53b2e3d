using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Commands;

public sealed class BenchCommandTests(TestArchive archive)
{
    [Theory]
    [InlineData()]
    [InlineData("--plain")]
    [InlineData("--anew")]
    [InlineData("--readings", "off")]
    public async Task Each_class_is_timed(params string[] more)
    {
        using var folder = new TemporaryFolder();
        var queries = folder.Write("queries.tsv", "one\tलावरोव\nand2\tलावरोव पाकिस्तान\nphrase\tविदेश मंत्री\n");
        string[] args = ["bench", "--queries", queries, "--rounds", "4", "--threads", "2", "--archive", archive.Folder, "--json"];
        var result = await CommandResult.RunAsync([.. args, .. more]);

        Assert.True(result.ExitCode == 0, result.Error);
        var classes = result.Json.GetProperty("classes").EnumerateArray().ToList();
        Assert.Equal(["one", "and2", "phrase"], classes.Select(one => one.GetProperty("class").GetString()));
        Assert.All(classes, one => Assert.Equal(2, one.GetProperty("count").GetInt32()));
        Assert.All(classes, one => Assert.True(one.GetProperty("p50Us").GetDouble() > 0));
        Assert.True(result.Json.GetProperty("queriesPerSecond").GetDouble() > 0);
    }

    [Fact]
    public async Task Completions_are_timed_by_script_and_letters()
    {
        using var folder = new TemporaryFolder();
        var words = folder.Write("words.txt", "ला\nविदेश m\n");
        var result = await CommandResult.RunAsync("bench", "--suggest", words, "--rounds", "2", "--archive", archive.Folder, "--json");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(
            ["devanagari 1", "devanagari 2", "latin after words 1", "all"],
            result.Json.GetProperty("classes").EnumerateArray().Select(one => one.GetProperty("class").GetString()));
    }

    [Theory]
    [InlineData("bench")]
    [InlineData("bench", "--queries", "a", "--suggest", "b")]
    public async Task Either_searches_or_completions_are_timed(params string[] args) =>
        Assert.Equal(2, (await CommandResult.RunAsync(args)).ExitCode);

    [Fact]
    public async Task For_people_it_is_a_table()
    {
        using var folder = new TemporaryFolder();
        var queries = folder.Write("queries.tsv", "one\tलावरोव\n");
        var result = await CommandResult.RunAsync("bench", "--queries", queries, "--archive", archive.Folder);

        Assert.Contains("p95", result.Out, StringComparison.Ordinal);
        Assert.Contains("queries/s", result.Out, StringComparison.Ordinal);
    }
}
