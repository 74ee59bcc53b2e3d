using System.Net;
using System.Text.RegularExpressions;
using SearchService.Engine.Querying;
using SearchService.Pages;
using SearchService.Tests.Fixtures;
using SearchService.Tests.House;

namespace SearchService.Tests.Pages;

public sealed partial class HelpViewTests(ReadingService reading)
{
    [Fact]
    public async Task Every_example_of_the_page_runs_and_finds_articles_of_the_sample()
    {
        using var folder = new TemporaryFolder();
        var archive = Path.Combine(folder.Path, "archive");
        var made = await CommandResult.RunAsync("index", Path.Combine(Repository.Root, "index-data", "sample"), "--archive", archive, "--json");
        Assert.True(made.ExitCode == 0, made.Error);
        await using var service = await RunningService.StartAsync(archive);

        using var page = await service.GetAsync("/help?lang=en");
        var examples = Examples().Matches(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();
        Assert.InRange(examples.Count, 30, 60);
        foreach (var example in examples)
        {
            using var response = await service.GetAsync(example);
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(
                response.StatusCode == HttpStatusCode.OK && Regex.IsMatch(html, "[1-9][0-9]* articles? found") && !html.Contains("read as plain words", StringComparison.Ordinal),
                Uri.UnescapeDataString(example));
        }
    }

    [Fact]
    public void Every_operator_of_the_query_language_has_an_example()
    {
        string[] operators =
        [
            "^\"[^\"]+\"$", "\"~[0-9]", " NEAR/[0-9] ", " AND ", " OR ", " NOT ", "(^| )\\+", "(^| )-", "^headline:", "^body:", "^title:", "category:", "agency:", "place:", "byline:",
            "date:[0-9-]+\\.\\.[0-9-]+", "date:\\.\\.", "date:[0-9]{4}$", "\\*$", "^=\\p{L}", "^=\"", "\\([^)]+\\)", "^[a-z ]+$",
        ];
        var queries = HelpView.Taught.SelectMany(section => HelpExamples.Of(section, PageLanguage.English)).Select(example => example.Search.Q!).ToList();

        Assert.All(operators, sign => Assert.Contains(queries, query => Regex.IsMatch(query, sign)));
        Assert.Contains(HelpView.Taught.SelectMany(section => HelpExamples.Of(section, PageLanguage.English)), example => example.Search.Readings == "off");
        Assert.Equal(HelpView.Taught, HelpExamples.Sections);
        Assert.All(queries, query =>
        {
            Assert.True(SearchRequest.TryCreate(new SearchParameters { Q = query }, out var request, out var problem), problem?.Detail);
            Assert.NotNull(request);
        });
    }

    [Theory]
    [InlineData("hi", "कैसे खोजें", "1,000", "क्यों", "corrections=off")]
    [InlineData("en", "How to search", "10,000", "BibTeX", "readings=off")]
    public async Task The_page_tells_limits_order_keys_and_citing_in_its_language(string language, params string[] told)
    {
        using var response = await reading.Service.GetAsync("/help?lang=" + language);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.All(told, text => Assert.Contains(text, Regex.Replace(html, "<[^>]+>", ""), StringComparison.Ordinal));
        foreach (var section in HelpView.Taught.Concat(HelpView.Told))
        {
            Assert.Contains($"<h2 id=\"{section}\">", html, StringComparison.Ordinal);
            Assert.Contains($"<a href=\"#{section}\">", html, StringComparison.Ordinal);
        }

        foreach (var (keys, _) in HelpView.KeyBindings)
            Assert.All(keys, key => Assert.Contains($"<kbd>{key}</kbd>", html, StringComparison.Ordinal));
        foreach (var section in HelpView.Taught)
        {
            var pattern = language == "hi" ? @"\p{IsDevanagari}" : "^[^\\u0900-\\u097F]+$";
            Assert.All(HelpExamples.Of(section, language == "hi" ? PageLanguage.Hindi : PageLanguage.English), example => Assert.Matches(pattern, example.Shows));
        }
    }

    [Fact]
    public async Task Every_page_leads_to_it_and_the_language_stays()
    {
        foreach (var path in (string[])["/", "/search?q=x", "/articles/budget", "/timeline?q=x", "/trends", "/concordance?q=x", "/help"])
        {
            using var response = await reading.Service.GetAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=en");
            Assert.Contains("href=\"/help?lang=en\" data-help>Help</a>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("<dt><a href=\"(/search[^\"]+)\"")]
    private static partial Regex Examples();
}
