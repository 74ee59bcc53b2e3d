using System.Text.Json;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Commands;

public sealed class CommandLineTests(TestArchive archive)
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("search")]
    [InlineData("index")]
    [InlineData("index", "x", "--format", "pdf")]
    [InlineData("search", "x", "--unknown")]
    [InlineData("search", "x", "--sise=3")]
    [InlineData("index", "x", "--recursive")]
    [InlineData("interpret", "x", "--word", "y")]
    [InlineData("interpret")]
    [InlineData("interpret", "x", "--words", "y")]
    [InlineData("eval")]
    [InlineData("eval", "--topics", "x")]
    [InlineData("eval", "--topics", "x", "--qrels", "y", "--lemmas", "z")]
    [InlineData("bench")]
    [InlineData("bench", "--queries", "x", "--rounds", "0")]
    [InlineData("bench", "--queries", "x", "--rounds", "many")]
    public async Task What_is_not_understood_ends_with_2_and_says_so_on_standard_error(params string[] args)
    {
        var result = await CommandResult.RunAsync(args);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "x")]
    [InlineData("interpret", "x")]
    [InlineData("verify")]
    [InlineData("eval", "--lemmas", "/nowhere/at/all.tsv")]
    public async Task A_failure_is_one_line_on_standard_error_and_ends_with_1(params string[] args)
    {
        using var folder = new TemporaryFolder();
        var result = await CommandResult.RunAsync([.. args, "--archive", Path.Combine(folder.Path, "missing")]);

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "लावरोव")]
    [InlineData("search", "कुछनहीं")]
    [InlineData("interpret", "लावरोव")]
    [InlineData("verify")]
    public async Task With_json_standard_output_is_one_document_on_one_line(params string[] args)
    {
        var result = await CommandResult.RunAsync([.. args, "--json", "--archive", archive.Folder]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(JsonValueKind.Object, result.Json.ValueKind);
        Assert.Single(result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("search", "--help")]
    public async Task Help_and_version_are_printed_and_end_with_0(params string[] args)
    {
        var result = await CommandResult.RunAsync(args);

        Assert.Equal(0, result.ExitCode);
        Assert.NotEmpty(result.Out);
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var help = (await CommandResult.RunAsync("--help")).Out;

        Assert.All((string[])["serve", "index", "search", "interpret", "lexicon", "eval", "bench", "verify", "rebuild", "--archive"], name => Assert.Contains(name, help, StringComparison.Ordinal));
    }
}
