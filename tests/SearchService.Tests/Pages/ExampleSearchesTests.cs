using System.Text.RegularExpressions;
using SearchService.Pages;
using SearchService.Tests.Fixtures;
using SearchService.Tests.House;

namespace SearchService.Tests.Pages;

public sealed class ExampleSearchesTests
{
    [Fact]
    public async Task Every_example_is_told_in_both_languages_and_finds_articles_of_the_sample()
    {
        using var folder = new TemporaryFolder();
        var archive = Path.Combine(folder.Path, "archive");
        var made = await CommandResult.RunAsync("index", Path.Combine(Repository.Root, "index-data", "sample"), "--archive", archive, "--json");
        Assert.True(made.ExitCode == 0, made.Error);
        await using var service = await RunningService.StartAsync(archive);

        Assert.NotEmpty(ExampleSearches.In(PageLanguage.English));
        foreach (var ((query, hindi), (_, english)) in ExampleSearches.In(PageLanguage.Hindi).Zip(ExampleSearches.In(PageLanguage.English)))
        {
            Assert.Matches(@"\p{IsDevanagari}", hindi);
            Assert.DoesNotMatch(@"\p{IsDevanagari}", english);
            using var response = await service.GetAsync("/search?lang=en&q=" + Uri.EscapeDataString(query));
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(Regex.IsMatch(html, "[1-9][0-9]* articles? found") && !html.Contains("read as plain words", StringComparison.Ordinal), query);
        }
    }
}
