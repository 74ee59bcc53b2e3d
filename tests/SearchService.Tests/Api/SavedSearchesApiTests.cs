using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class SavedSearchesApiTests(ReadingService reading) : IAsyncLifetime
{
    private const string Path = "/v1/saved-searches";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly (string, string) Key = ("X-Api-Key", RunningService.Key);

    private readonly TemporaryFolder _folder = new();
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_search_is_saved_listed_matched_and_removed()
    {
        var saved = await SaveAsync("""{"title":"लावरोव की यात्राएँ","q":"lavrov","category":["विश्व"]}""");
        var id = saved.GetProperty("id").GetString()!;
        Assert.Equal(("लावरोव की यात्राएँ", "hi", "lavrov"), (saved.GetProperty("title").GetString(), saved.GetProperty("language").GetString(), saved.GetProperty("q").GetString()));
        Assert.EndsWith("/search?q=lavrov&category=%E0%A4%B5%E0%A4%BF%E0%A4%B6%E0%A5%8D%E0%A4%B5", saved.GetProperty("search").GetString(), StringComparison.Ordinal);

        await PutAsync("new", """{"headline":"लावरोव दिल्ली पहुंचे","category":"विश्व"}""");
        await PutAsync("sport", """{"headline":"लावरोव का खेल","category":"खेल"}""");
        await PutAsync("other", """{"headline":"मौसम साफ","category":"विश्व"}""");

        var match = Assert.Single((await MatchedAsync(id, 1)).GetProperty("matches").EnumerateArray());
        Assert.Equal("added", match.GetProperty("change").GetString());
        Assert.Equal("new", match.GetProperty("article").GetProperty("id").GetString());
        Assert.Contains("<mark>लावरोव</mark>", match.GetProperty("article").GetProperty("highlights")[0].GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, (await _service.GetJsonAsync($"{Path}/{id}")).GetProperty("articles").GetInt32());
        var listed = await _service.GetJsonAsync(Path);
        Assert.Equal(1, listed.GetProperty("total").GetInt32());
        Assert.Equal(id, Assert.Single(listed.GetProperty("savedSearches").EnumerateArray()).GetProperty("id").GetString());

        using (var removed = await _service.SendAsync(HttpMethod.Delete, $"{Path}/{id}", null, Key))
            Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        foreach (var gone in (string[])["", "/matches", "/feed"])
        {
            using var answer = await _service.GetAsync($"{Path}/{id}{gone}");
            await answer.IsProblemAsync(HttpStatusCode.NotFound, "saved_search_not_found");
            Assert.Null(answer.Headers.ETag);
        }
    }

    [Fact]
    public async Task The_feed_has_stable_ids_follows_changes_and_is_304_until_it_does()
    {
        var id = (await SaveAsync("""{"q":"बाढ़","language":"en"}""")).GetProperty("id").GetString()!;
        var empty = await FeedAsync(id);
        Assert.Equal("बाढ़ – News archive", empty.Element(Atom + "title")!.Value);
        Assert.Equal("en", empty.Attribute(XNamespace.Xml + "lang")!.Value);
        await PutAsync("a", """{"headline":"बाढ़ से नुकसान","publishedAt":"2001-02-03T04:05:06+05:30"}""");
        await PutAsync("b", """{"headline":"बाढ़ की चेतावनी"}""");
        await MatchedAsync(id, 2);

        var first = await FeedAsync(id);
        Assert.Equal(["बाढ़ की चेतावनी", "बाढ़ से नुकसान"], Titles(first));
        Assert.Equal(empty.Element(Atom + "id")!.Value, first.Element(Atom + "id")!.Value);
        var entry = first.Elements(Atom + "entry").Last();
        Assert.Equal("2001-02-03T04:05:06+05:30", entry.Element(Atom + "published")!.Value);
        // It is new to the archive, however old the article is.
        Assert.True(DateTimeOffset.Parse(entry.Element(Atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture) > DateTimeOffset.UtcNow.AddMinutes(-10));
        Assert.Equal($"/v1/saved-searches/{id}/feed", new Uri(first.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value).AbsolutePath);
        using (var known = await _service.GetAsync($"{Path}/{id}/feed"))
        {
            using var again = await _service.GetAsync($"{Path}/{id}/feed", ("If-None-Match", known.Headers.ETag!.ToString()));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }

        await PutAsync("a", """{"headline":"बाढ़ से भारी नुकसान"}""");
        await PutAsync("b", """{"headline":"मौसम साफ"}""");
        await MatchedAsync(id, 1);
        var second = await FeedAsync(id);
        Assert.Equal(["बाढ़ से भारी नुकसान"], Titles(second));
        Assert.Equal(entry.Element(Atom + "id")!.Value, Assert.Single(second.Elements(Atom + "entry")).Element(Atom + "id")!.Value);

        await _service.DisposeAsync();
        Assert.Equal(0, (await CommandResult.RunAsync("rebuild", "--archive", _folder.Path)).ExitCode);
        _service = await StartAsync();
        Assert.Equal(second.Descendants(Atom + "id").Select(one => one.Value), (await FeedAsync(id)).Descendants(Atom + "id").Select(one => one.Value));

        static string[] Titles(XElement feed) => [.. feed.Elements(Atom + "entry").Select(one => one.Element(Atom + "title")!.Value)];
    }

    [Fact]
    public async Task Pages_of_matches_and_feeds_lead_through_all_of_them()
    {
        var id = (await SaveAsync("""{"q":"वर्षा"}""")).GetProperty("id").GetString()!;
        for (var number = 0; number < 7; number++)
            await PutAsync($"a{number}", """{"headline":"वर्षा"}""");
        await MatchedAsync(id, 7);

        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await _service.GetJsonAsync($"{Path}/{id}/matches?pageSize=3&cursor={cursor}");
            seen.AddRange(page.GetProperty("matches").EnumerateArray().Select(match => match.GetProperty("article").GetProperty("id").GetString()!));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        Assert.Equal(["a6", "a5", "a4", "a3", "a2", "a1", "a0"], seen);
        using var feed = await _service.GetAsync($"{Path}/{id}/feed?pageSize=3");
        var next = XDocument.Parse(await feed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "next").Attribute("href")!.Value;
        using var rest = await _service.GetAsync(next);
        Assert.Equal(4, XDocument.Parse(await rest.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!.Elements(Atom + "entry").Count());
    }

    [Theory]
    [InlineData("""{"q":"रूस \"लावरोव"}""", HttpStatusCode.BadRequest, "query_syntax", "q")]
    [InlineData("""{"q":"x","from":"gestern"}""", HttpStatusCode.BadRequest, "invalid_parameter", "from")]
    [InlineData("""{"q":"x","language":"fr"}""", HttpStatusCode.BadRequest, "invalid_parameter", "language")]
    [InlineData("""{"q":"x","readings":"maybe"}""", HttpStatusCode.BadRequest, "invalid_parameter", "readings")]
    [InlineData("""{"query":"x"}""", HttpStatusCode.BadRequest, "invalid_saved_search", null)]
    [InlineData("""{"q":7}""", HttpStatusCode.BadRequest, "invalid_saved_search", null)]
    [InlineData("""{"q":"x","category":[null]}""", HttpStatusCode.BadRequest, "invalid_saved_search", null)]
    [InlineData("null", HttpStatusCode.BadRequest, "invalid_saved_search", null)]
    [InlineData("", HttpStatusCode.BadRequest, "invalid_saved_search", null)]
    public async Task What_cannot_be_searched_is_refused_when_it_is_saved(string body, HttpStatusCode status, string code, string? parameter)
    {
        using var answer = await _service.SendAsync(HttpMethod.Post, Path, Body(body), Key);

        var problem = await answer.IsProblemAsync(status, code);
        Assert.Equal(parameter, problem.TryGetProperty("parameter", out var named) ? named.GetString() : null);
        if (code == "query_syntax")
            Assert.Equal(4, problem.GetProperty("position").GetInt32());
        Assert.Equal(0, (await _service.GetJsonAsync(Path)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_body_too_large_or_of_another_kind_is_refused()
    {
        using var large = await _service.SendAsync(HttpMethod.Post, Path, Body($"{{\"q\":\"{new string('x', 70_000)}\"}}"), Key);
        await large.IsProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        using var form = await _service.SendAsync(HttpMethod.Post, Path, new FormUrlEncodedContent([new("q", "x")]), Key);
        await form.IsProblemAsync(HttpStatusCode.UnsupportedMediaType, "media_type_unsupported");
    }

    [Theory]
    [InlineData("POST", Path)]
    [InlineData("DELETE", Path + "/0123456789ab")]
    public async Task Changing_takes_a_key(string method, string path)
    {
        using var off = await reading.Service.SendAsync(new(method), path, Body("{}"), Key);
        await off.IsProblemAsync(HttpStatusCode.Forbidden, "writing_off");
        using var none = await _service.SendAsync(new(method), path, Body("{}"));
        await none.IsProblemAsync(HttpStatusCode.Unauthorized, "key_missing");
        using var wrong = await _service.SendAsync(new(method), path, Body("{}"), ("X-Api-Key", "not-the-key-of-this-service"));
        await wrong.IsProblemAsync(HttpStatusCode.Unauthorized, "key_wrong");
    }

    [Theory]
    [InlineData("?page=0", "invalid_parameter")]
    [InlineData("?pageSize=101", "invalid_parameter")]
    [InlineData("/ID/matches?pageSize=x", "invalid_parameter")]
    [InlineData("/ID/matches?cursor=-1", "invalid_cursor")]
    [InlineData("/ID/feed?cursor=x", "invalid_cursor")]
    public async Task Pages_that_are_none_are_refused(string path, string code)
    {
        var id = (await SaveAsync("""{"q":"x"}""")).GetProperty("id").GetString()!;
        using var answer = await _service.GetAsync(Path + path.Replace("ID", id, StringComparison.Ordinal));
        await answer.IsProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Examples_have_the_members_of_real_answers()
    {
        using var posted = await _service.SendAsync(HttpMethod.Post, Path, Body(await ExampleAsync("post", Path, null)), Key);
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        var saved = await posted.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(Names(saved), Names(JsonDocument.Parse(await ExampleAsync("post", Path, "201")).RootElement));
        var id = saved.GetProperty("id").GetString()!;
        Assert.Equal($"{Path}/{id}", posted.Headers.Location!.OriginalString);
        await PutAsync("a", """{"headline":"लावरोव","category":"विश्व"}""");
        var matches = await MatchedAsync(id, 1);
        var example = JsonDocument.Parse(await ExampleAsync("get", Path + "/{id}/matches", "200")).RootElement;
        Assert.Equal(Names(matches), Names(example));
        Assert.Equal(Names(matches.GetProperty("matches")[0]), Names(example.GetProperty("matches")[0]));
        Assert.Equal(Names(matches.GetProperty("matches")[0].GetProperty("article")), Names(example.GetProperty("matches")[0].GetProperty("article")));
        var list = await _service.GetJsonAsync(Path);
        Assert.Equal(Names(list), Names(JsonDocument.Parse(await ExampleAsync("get", Path, "200")).RootElement));
        Assert.Equal(Names(saved), Names(JsonDocument.Parse(await ExampleAsync("get", Path + "/{id}", "200")).RootElement));

        static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
    }

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    private Task<RunningService> StartAsync() => RunningService.StartAsync(_folder.Path, ("Writing:Keys:0", RunningService.Key));

    private async Task<JsonElement> SaveAsync(string json)
    {
        using var answer = await _service.SendAsync(HttpMethod.Post, Path, Body(json), Key);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, body);
        return JsonDocument.Parse(body).RootElement;
    }

    private async Task PutAsync(string id, string json)
    {
        using var answer = await _service.SendAsync(HttpMethod.Put, $"/v1/articles/{id}", Body(json), Key);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The matches once all that was put has been matched.</summary>
    private async Task<JsonElement> MatchedAsync(string id, int total)
    {
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (true)
        {
            var matches = await _service.GetJsonAsync($"{Path}/{id}/matches");
            if (matches.GetProperty("total").GetInt32() == total && matches.GetProperty("matchedTo").GetInt64() == matches.GetProperty("generation").GetInt64())
                return matches;
            Assert.True(DateTime.UtcNow < deadline, matches.ToString());
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private async Task<XElement> FeedAsync(string id)
    {
        using var response = await _service.GetAsync($"{Path}/{id}/feed");
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, body);
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        return XDocument.Parse(body).Root!;
    }

    private async Task<string> ExampleAsync(string method, string path, string? status)
    {
        var operation = (await reading.Service.GetJsonAsync("/openapi/v1.json")).GetProperty("paths").GetProperty(path).GetProperty(method);
        var described = status is null ? operation.GetProperty("requestBody") : operation.GetProperty("responses").GetProperty(status);
        return described.GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText();
    }
}
