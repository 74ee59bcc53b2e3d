using System.Net;
using System.Text;
using System.Text.Json;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class RelatedApiTests : IAsyncLifetime
{
    private const string Letters = "कगचजटडतद";

    private static readonly (string, string) Key = ("X-Api-Key", RunningService.Key);
    private static readonly string Report = Words("न", 64);

    private readonly TemporaryFolder _folder = new();
    private RunningService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(_folder.Path, ("Writing:Keys:0", RunningService.Key));
        await PutAsync("later", "दूसरा शीर्षक", Report + " यह खबर एजेंसी की है", "2021-04-08T09:00:00+05:30");
        await PutAsync("first", "पहला शीर्षक", Report, "2021-04-07T09:00:00+05:30");
        await PutAsync("near", "उसी विषय पर", Words("न", 16) + " " + Words("म", 48), "2021-04-09T09:00:00+05:30");
        await PutAsync("far", "और बात", Words("ल", 64), "2021-04-09T09:00:00+05:30");
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while ((await _service.GetJsonAsync("/v1/search?q=")).GetProperty("total").GetProperty("value").GetInt64() < 4)
        {
            Assert.True(DateTime.UtcNow < deadline, "The articles were not found in time.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_search_shows_a_story_once_and_its_copies_when_asked_to()
    {
        var folded = await _service.GetJsonAsync("/v1/search?q=ककन&sort=oldest");
        var shown = await _service.GetJsonAsync("/v1/search?q=ककन&sort=oldest&duplicates=show");

        Assert.Equal([("first", 1), ("near", 0)], Hits(folded));
        Assert.Equal([("first", 1), ("later", 1), ("near", 0)], Hits(shown));
        Assert.All([folded, shown], answer => Assert.Equal((3, 2), (answer.GetProperty("total").GetProperty("value").GetInt32(), answer.GetProperty("total").GetProperty("stories").GetInt32())));
    }

    [Fact]
    public async Task The_copies_of_an_article_stand_oldest_first_and_say_what_is_shared()
    {
        var copies = await _service.GetJsonAsync("/v1/articles/later/copies");

        Assert.Equal(2, copies.GetProperty("total").GetInt32());
        Assert.Equal(["first", "later"], copies.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("id").GetString()));
        var first = copies.GetProperty("articles")[0];
        Assert.True(first.GetProperty("isFirst").GetBoolean());
        Assert.Equal(1, first.GetProperty("sharedOfCopy").GetDouble());
        Assert.InRange(first.GetProperty("sharedOfArticle").GetDouble(), 0.8, 0.99);
    }

    [Theory]
    [InlineData("copies")]
    [InlineData("similar")]
    public async Task An_article_that_is_not_there_is_not_unchanged_either(string related)
    {
        using var answer = await _service.GetAsync($"/v1/articles/none/{related}", ("If-None-Match", "*"));

        await answer.IsProblemAsync(HttpStatusCode.NotFound, "article_not_found");
        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task Similar_articles_are_not_its_copies()
    {
        var similar = await _service.GetJsonAsync("/v1/articles/first/similar");

        Assert.Equal(["near"], similar.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("id").GetString()));
        Assert.NotEmpty(similar.GetProperty("words").EnumerateArray());
    }

    [Fact]
    public async Task What_is_not_there_and_what_cannot_be_asked_is_refused()
    {
        foreach (var path in (string[])["/v1/articles/none/copies", "/v1/articles/none/similar"])
        {
            using var missing = await _service.GetAsync(path);
            await missing.IsProblemAsync(HttpStatusCode.NotFound, "article_not_found");
        }

        using var answer = await _service.GetAsync("/v1/articles/first/similar?pageSize=51");
        var problem = await answer.IsProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.Equal("pageSize", problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task The_pages_lead_from_a_story_to_its_copies()
    {
        var results = await PageAsync("/search?q=ककन&lang=en");
        var article = await PageAsync("/articles/later?lang=en");

        Assert.Contains("1 more copy", results, StringComparison.Ordinal);
        Assert.Contains("duplicates=show", results, StringComparison.Ordinal);
        Assert.Contains("id=\"copies\"", article, StringComparison.Ordinal);
        Assert.Contains("href=\"/articles/first?lang=en\"", article, StringComparison.Ordinal);
        Assert.Contains("href=\"/articles/near?lang=en\"", article, StringComparison.Ordinal);
        Assert.DoesNotContain("/articles/far", article, StringComparison.Ordinal);
    }

    private static string Words(string end, int count) => string.Join(' ', Enumerable.Range(0, count).Select(number => $"{Letters[number / 8]}{Letters[number % 8]}{end}"));

    private static IEnumerable<(string, int)> Hits(JsonElement answer) =>
        answer.GetProperty("hits").EnumerateArray().Select(hit => (hit.GetProperty("id").GetString()!, hit.GetProperty("copies").GetInt32()));

    private async Task<string> PageAsync(string path)
    {
        using var answer = await _service.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task PutAsync(string id, string headline, string body, string time)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { headline, body, publishedAt = time }), Encoding.UTF8, "application/json");
        using var answer = await _service.SendAsync(HttpMethod.Put, $"/v1/articles/{id}", content, Key);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
