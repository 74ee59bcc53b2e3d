using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Commands;

public sealed class LexiconCommandTests(TestArchive archive)
{
    [Theory]
    [InlineData("minister", "मंत्री")]
    [InlineData("मंत्री", "minister")]
    [InlineData("chief minister", "मुख्यमंत्री")]
    public async Task A_word_is_shown_with_its_renderings_and_where_they_are_from(string word, string rendering)
    {
        var result = await CommandResult.RunAsync("lexicon", word, "--archive", archive.Folder, "--format", "tsv");

        Assert.Equal(0, result.ExitCode);
        var lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t')).ToList();
        Assert.Equal(["english", "hindi", "weight", "reason", "source", "evidence"], lines[0]);
        Assert.Contains(lines.Skip(1), columns => (columns[0] == rendering || columns[1] == rendering) && columns[4] == "seed" && columns[5] == "0");
    }

    [Fact]
    public async Task With_json_it_is_one_document_of_the_whole_count_and_those_shown()
    {
        var result = await CommandResult.RunAsync("lexicon", "--archive", archive.Folder, "--json", "--limit", "3");

        Assert.True(result.Json.GetProperty("entries").GetInt32() > 6_000);
        Assert.Equal(3, result.Json.GetProperty("shown").GetArrayLength());
        Assert.Equal(
            ["english", "hindi", "weight", "reason", "source", "evidence"],
            result.Json.GetProperty("shown")[0].EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task For_people_it_is_a_table()
    {
        var result = await CommandResult.RunAsync("lexicon", "minister", "--archive", archive.Folder);

        Assert.Contains("मंत्री", result.Out, StringComparison.Ordinal);
        Assert.Contains("source", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_archive_taught_is_listed_alone_with_its_evidence()
    {
        using var folder = new TemporaryFolder();
        var lines = Enumerable.Range(0, 40).Select(number =>
            $$"""{"id":"{{number}}","webTitle":"{{(number % 2 == 0 ? "zyxword" : "qualtem")}} police {{number}}","headline":"पुलिस {{(number % 2 == 0 ? "झूकसब" : "रगोड़")}} {{number}}"}""");
        var file = folder.Write("articles.jsonl", string.Join('\n', lines));
        var taught = Path.Combine(folder.Path, "archive");
        Assert.Equal(0, (await CommandResult.RunAsync("index", file, "--archive", taught)).ExitCode);

        var result = await CommandResult.RunAsync("lexicon", "--learnt", "--format", "tsv", "--archive", taught);

        Assert.Equal(
            ["qualtem\tरगोड़\t0.95\ttranslation\tlearnt\t20", "zyxword\tझूकसब\t0.95\ttranslation\tlearnt\t20"],
            result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r')));
        Assert.Contains("learnt from 20", (await CommandResult.RunAsync("interpret", "zyxword", "--archive", taught)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_below_one_is_bad_usage() =>
        Assert.Equal(2, (await CommandResult.RunAsync("lexicon", "--limit", "0", "--archive", archive.Folder)).ExitCode);
}
