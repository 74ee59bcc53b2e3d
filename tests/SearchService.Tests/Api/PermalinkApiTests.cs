using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class PermalinkApiTests(ReadingService reading)
{
    [Fact]
    public async Task A_permalink_leads_to_the_search_and_carries_the_generation()
    {
        var answer = await reading.Service.GetJsonAsync("/v1/permalink?q=लावरोव&category=विश्व&sort=newest");

        Assert.Matches($"^{TestArchive.Articles}\\.[0-9a-f]{{8}}\\.2$", answer.GetProperty("at").GetString());
        Assert.Equal((TestArchive.Articles, 2), (answer.GetProperty("generation").GetInt32(), answer.GetProperty("found").GetInt32()));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("since").ValueKind);
        var url = answer.GetProperty("url").GetString()!;
        Assert.StartsWith(reading.Service.Client.BaseAddress + "search?q=", url, StringComparison.Ordinal);
        using var page = await reading.Service.GetAsync(url, ("Accept-Language", "en"));
        Assert.Contains("All 2 articles found then are found as they were", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_added_changed_and_removed_since_is_told_by_the_API_and_on_the_page()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await CommandResult.RunAsync("index", TestArchive.Source, "--archive", folder.Path, "--json")).ExitCode);
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key));
        var then = await service.GetJsonAsync("/v1/permalink?q=लावरोव");
        var found = then.GetProperty("found").GetInt32();

        await ChangeAsync(service, HttpMethod.Put, "new", new { headline = "लावरोव फिर आये" });
        await ChangeAsync(service, HttpMethod.Put, "lavrov-delhi", new { headline = "लावरोव दिल्ली में <b>" });
        await ChangeAsync(service, HttpMethod.Delete, "lavrov-islamabad", null);
        JsonElement now;
        do
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            now = await service.GetJsonAsync("/v1/permalink?q=लावरोव&at=" + then.GetProperty("at").GetString());
        }
        while (now.GetProperty("generation").GetInt32() < then.GetProperty("generation").GetInt32() + 3);
        var since = now.GetProperty("since");

        Assert.Equal((1, 1, 1, 2), (Count("added"), Count("changed"), Count("removed"), Count("lost")));
        Assert.Equal(found - 2, Count("unchanged"));
        Assert.Equal(["lavrov-delhi", "new"], since.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("id").GetString()));
        Assert.Equal("lavrov-islamabad", since.GetProperty("removedIds")[0].GetString());

        using var page = await service.GetAsync(then.GetProperty("url").GetString()!, ("Accept-Language", "en"));
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"{found} articles were found then and {found} are found now; {found - 2} are as they were.", html, StringComparison.Ordinal);
        Assert.Contains("<li><bdi>lavrov-islamabad</bdi></li>", html, StringComparison.Ordinal);
        Assert.Contains("लावरोव दिल्ली में &lt;b&gt;</a> <small>changed</small>", html, StringComparison.Ordinal);

        int Count(string name) => since.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task A_mark_of_another_archive_is_told_as_such()
    {
        var answer = await reading.Service.GetJsonAsync("/v1/permalink?q=लावरोव&at=1.00000000.5");

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("since").ValueKind);
        Assert.Equal("other_archive", Assert.Single(answer.GetProperty("warnings").EnumerateArray()).GetProperty("code").GetString());
        using var page = await reading.Service.GetAsync("/search?q=लावरोव&at=1.00000000.5&lang=en");
        Assert.Contains("The address was made on another archive", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=\"x", "query_syntax")]
    [InlineData("q=x&at=yesterday", "invalid_parameter")]
    public async Task Bad_requests_are_problems(string query, string code)
    {
        using var response = await reading.Service.GetAsync("/v1/permalink?" + query);
        await response.IsProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_known_answer_is_304_until_another_mark_is_asked_about()
    {
        using var first = await reading.Service.GetAsync("/v1/permalink?q=बजट");
        var tag = first.Headers.ETag!.ToString();
        using var again = await reading.Service.GetAsync("/v1/permalink?q=बजट", ("If-None-Match", tag));
        using var other = await reading.Service.GetAsync("/v1/permalink?q=बजट&at=1.00000000.5", ("If-None-Match", tag));
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (again.StatusCode, other.StatusCode));
    }

    private static async Task ChangeAsync(RunningService service, HttpMethod method, string id, object? article)
    {
        using var content = article is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(article)));
        if (content is not null)
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await service.SendAsync(method, "/v1/articles/" + id, content, ("X-Api-Key", RunningService.Key));
        Assert.True(response.IsSuccessStatusCode, response.StatusCode.ToString());
    }
}
