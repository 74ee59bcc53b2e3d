using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SearchService.Pages;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed class MatchesViewTests
{
    [Fact]
    public async Task What_answered_a_saved_search_is_listed_page_by_page_with_its_feed()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key));
        var id = await SaveAsync(service, """{"title":"<i>रूस</i>","q":"रूस","category":["विश्व"]}""");
        var path = $"/saved/{id}?lang=en";
        var empty = await PageAsync(service, path);
        Assert.Contains(PageTexts.Find("saved.none", PageLanguage.English)!, empty, StringComparison.Ordinal);
        Assert.Contains($"href=\"{path}\"", await PageAsync(service, "/saved?lang=en"), StringComparison.Ordinal);

        var lines = string.Join('\n', Enumerable.Range(0, 23).Select(number =>
            $$"""{"id":"a{{number}}","headline":"रूस <b>{{number}}</b>","category":"विश्व","agency":"भाषा","source":"दैनिक","publishedAt":"2021-04-07T10:00:00+05:30"}"""));
        using var posted = await service.SendAsync(HttpMethod.Post, "/v1/articles", new StringContent(lines, Encoding.UTF8, "application/x-ndjson"), ("X-Api-Key", RunningService.Key));
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        await MatchedAsync(service, id, 23);

        var first = await PageAsync(service, path);
        var second = await PageAsync(service, WebUtility.HtmlDecode(Regex.Match(first, "<a rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value));
        Assert.Equal(Enumerable.Range(0, 23).Reverse().Select(number => $"a{number}"), Ids(first).Concat(Ids(second)));
        Assert.Contains("&lt;i&gt;", Regex.Match(first, "<h1>.*?</h1>").Value, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", first, StringComparison.Ordinal);
        Assert.Contains("Category: <bdi lang=\"hi\">विश्व</bdi>", first, StringComparison.Ordinal);
        Assert.Contains("<bdi lang=\"hi\">दैनिक</bdi>", first, StringComparison.Ordinal);
        Assert.Contains("<bdi lang=\"hi\">भाषा</bdi>", first, StringComparison.Ordinal);
        Assert.Matches("Arrived on \\d+ [A-Z][a-z]+ \\d{4}, \\d\\d:\\d\\d IST", first);
        Assert.Contains("23 articles since", first, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"alternate\" href=\"/v1/saved-searches/{id}/feed\"", first, StringComparison.Ordinal);
        // The way back, and what is no page.
        Assert.Contains($"href=\"{path}\">First page", second, StringComparison.Ordinal);
        Assert.Equal(Ids(first), Ids(await PageAsync(service, path + "&cursor=none")));
        Assert.Contains("सहेजी गयी खोज", await PageAsync(service, $"/saved/{id}?lang=hi"), StringComparison.Ordinal);

        static IEnumerable<string> Ids(string html) => Regex.Matches(html, "<h3[^>]*><a href=\"/articles/(a\\d+)\\?").Select(match => match.Groups[1].Value);
    }

    [Fact]
    public async Task A_page_that_is_known_is_304_until_something_has_arrived()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key));
        var id = await SaveAsync(service, """{"q":"रूस"}""");
        using var before = await service.GetAsync($"/saved/{id}");
        using var again = await service.GetAsync($"/saved/{id}", ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        using var posted = await service.SendAsync(HttpMethod.Post, "/v1/articles", new StringContent("""{"id":"a","headline":"रूस"}""", Encoding.UTF8, "application/x-ndjson"), ("X-Api-Key", RunningService.Key));
        await MatchedAsync(service, id, 1);
        using var after = await service.GetAsync($"/saved/{id}", ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task There_is_no_page_of_a_search_that_is_not_saved()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path);
        using var response = await service.GetAsync("/saved/0123456789ab?lang=en", ("Accept", "text/html"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("saved search", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<string> SaveAsync(RunningService service, string body)
    {
        using var saved = await service.SendAsync(HttpMethod.Post, "/v1/saved-searches", new StringContent(body, Encoding.UTF8, "application/json"), ("X-Api-Key", RunningService.Key));
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        return JsonDocument.Parse(await saved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("id").GetString()!;
    }

    private static async Task MatchedAsync(RunningService service, string id, int articles)
    {
        for (var tries = 0; (await service.GetJsonAsync($"/v1/saved-searches/{id}")).GetProperty("articles").GetInt32() < articles; tries++)
        {
            Assert.True(tries < 300, "Nothing is matched.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string> PageAsync(RunningService service, string path)
    {
        using var response = await service.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
