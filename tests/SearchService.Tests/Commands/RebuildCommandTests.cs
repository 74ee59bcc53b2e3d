using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Commands;

public sealed class RebuildCommandTests
{
    [Fact]
    public async Task The_index_is_made_anew_and_finds_the_same()
    {
        using var folder = new TemporaryFolder();
        await CommandResult.RunAsync("index", TestArchive.Source, "--archive", folder.Path);
        var before = (await CommandResult.RunAsync("search", "लावरोव", "--archive", folder.Path, "--json")).Json.GetProperty("hits").GetRawText();

        var result = await CommandResult.RunAsync("rebuild", "--archive", folder.Path, "--json");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(TestArchive.Articles, result.Json.GetProperty("articles").GetInt64());
        Assert.Equal(before, (await CommandResult.RunAsync("search", "लावरोव", "--archive", folder.Path, "--json")).Json.GetProperty("hits").GetRawText());
    }
}
