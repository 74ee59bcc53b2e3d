using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SearchService.Pages;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed class SavedViewTests(ReadingService reading)
{
    [Fact]
    public async Task Saved_searches_are_listed_with_their_feeds_whatever_their_titles_hold()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key));
        foreach (var body in (string[])["""{"title":"<b>&\"'","q":"a"}""", """{"q":"लावरोव"}""", """{"category":["विश्व"]}"""])
        {
            using var saved = await service.SendAsync(HttpMethod.Post, "/v1/saved-searches", new StringContent(body, Encoding.UTF8, "application/json"), ("X-Api-Key", RunningService.Key));
            Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        }

        var html = await PageAsync(service, "/saved?lang=en");
        Assert.Equal(["All articles", "लावरोव", "<b>&\"'"], Regex.Matches(html, "<h2 lang=\"[a-z]+\">(.*?)</h2>").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)));
        Assert.Contains("0 articles since", html, StringComparison.Ordinal);
        var feeds = Regex.Matches(html, "href=\"(/v1/saved-searches/[0-9a-f]{12}/feed)\"").Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(3, feeds.Length);
        foreach (var feed in feeds)
        {
            using var answer = await service.GetAsync(feed);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Contains("<html lang=\"hi\">", await PageAsync(service, "/saved?page=99"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_has_pages()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key));
        for (var number = 0; number < 51; number++)
        {
            using var saved = await service.SendAsync(HttpMethod.Post, "/v1/saved-searches", new StringContent($"{{\"q\":\"w{number}\"}}", Encoding.UTF8, "application/json"), ("X-Api-Key", RunningService.Key));
            Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        }

        var first = await PageAsync(service, "/saved?lang=en");
        var next = WebUtility.HtmlDecode(Regex.Match(first, "<a href=\"([^\"]+)\" rel=\"next\"").Groups[1].Value);
        Assert.DoesNotContain("rel=\"prev\"", first, StringComparison.Ordinal);
        var second = await PageAsync(service, next);
        Assert.Contains(">w0<", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_without_any_says_so()
    {
        Assert.Contains(PageTexts.Find("saved.empty", PageLanguage.Hindi)!, await PageAsync(reading.Service, "/saved?lang=hi"), StringComparison.Ordinal);
        Assert.Contains("href=\"/saved?lang=hi\"", await PageAsync(reading.Service, "/?lang=hi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_shows_the_command_that_saves_it_and_no_field_for_a_key()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key));
        const string query = "रूस' $(id) `id` \\ \"!\"";
        var html = await PageAsync(service, $"/search?q={Uri.EscapeDataString(query)}&category=विश्व&from=2021&lang=en");

        var command = WebUtility.HtmlDecode(Regex.Match(html, "<pre[^>]*><code[^>]*>(.*?)</code>").Groups[1].Value);
        var quoted = Regex.Match(command, "^curl -X POST '(http://[^']+/v1/saved-searches)' -H \"X-Api-Key: \\$KEY\" -H 'Content-Type: application/json' -d '([^']*)'$");
        Assert.True(quoted.Success, command);
        using var saved = await service.SendAsync(HttpMethod.Post, quoted.Groups[1].Value, new StringContent(quoted.Groups[2].Value, Encoding.UTF8, "application/json"), ("X-Api-Key", RunningService.Key));
        var answer = JsonDocument.Parse(await saved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal((query, "en", "2021"), (answer.GetProperty("q").GetString(), answer.GetProperty("language").GetString(), answer.GetProperty("from").GetString()));
        Assert.Equal("विश्व", answer.GetProperty("category")[0].GetString());
        Assert.DoesNotContain("method=\"post\"", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("type=\"password\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_the_API_would_refuse_is_not_offered_to_be_saved() =>
        Assert.DoesNotContain("/v1/saved-searches", await PageAsync(reading.Service, "/search?q=" + Uri.EscapeDataString("\"लावरोव")), StringComparison.Ordinal);

    private static async Task<string> PageAsync(RunningService service, string path)
    {
        using var response = await service.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
