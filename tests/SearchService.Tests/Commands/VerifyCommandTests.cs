using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Commands;

public sealed class VerifyCommandTests(TestArchive archive)
{
    [Fact]
    public async Task A_sound_archive_is_clean()
    {
        var result = await CommandResult.RunAsync("verify", "--archive", archive.Folder, "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.True(result.Json.GetProperty("clean").GetBoolean());
        Assert.Equal(TestArchive.Articles, result.Json.GetProperty("articles").GetInt64());
        Assert.Empty(result.Json.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task For_people_it_says_so()
    {
        var result = await CommandResult.RunAsync("verify", "--archive", archive.Folder);

        Assert.Contains("Clean.", result.Out, StringComparison.Ordinal);
    }
}
