using System.Text.Json;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Commands;

public sealed class InterpretCommandTests(TestArchive archive)
{
    [Fact]
    public async Task A_query_is_read_word_by_word()
    {
        var result = await CommandResult.RunAsync("interpret", "लावरोव पाकिस्तान", "--archive", archive.Folder, "--json");

        Assert.Equal(["लावरोव", "पाकिस्तान"], result.Json.GetProperty("interpretations").EnumerateArray().Select(word => word.GetProperty("word").GetString()));
    }

    [Fact]
    public async Task For_people_it_is_a_table_a_word()
    {
        var result = await CommandResult.RunAsync("interpret", "लावरोव", "--archive", archive.Folder);

        Assert.Contains("weight", result.Out, StringComparison.Ordinal);
        Assert.Contains("exact", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_query_is_followed_by_what_was_meant() =>
        Assert.EndsWith("Did you mean: मौसम", (await CommandResult.RunAsync("interpret", "मोसम", "--archive", archive.Folder)).Out.TrimEnd(), StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_of_words_or_standard_input_gives_one_json_line_for_each_line(bool fromFile)
    {
        const string words = "लावरोव\nपाकिस्तान\tignored\n\nदिल्ली\n";
        using var folder = new TemporaryFolder();
        var file = fromFile ? folder.Write("words.txt", words) : "-";
        var result = await CommandResult.RunWithInputAsync(fromFile ? "" : words, ["interpret", "--words", file, "--archive", archive.Folder, "--json"], TestContext.Current.CancellationToken);

        var lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["लावरोव", "पाकिस्तान", "", "दिल्ली"], lines.Select(line => line.GetProperty("word").GetString()));
        Assert.Equal(["text", "weight", "reason", "articles"], lines[0].GetProperty("forms")[0].EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Bad_syntax_is_bad_usage()
    {
        var result = await CommandResult.RunAsync("interpret", "(लावरोव", "--archive", archive.Folder);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains('^', result.Error);
    }
}
