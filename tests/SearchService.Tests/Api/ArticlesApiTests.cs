using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class ArticlesApiTests(ReadingService reading)
{
    [Theory]
    [InlineData("lavrov-islamabad")]
    [InlineData("समाचार/2021/लेख 1?x=%2F#y")]
    [InlineData("https://archive.example/address?as=id")]
    public async Task An_article_is_found_by_its_id_whatever_characters_it_holds(string id)
    {
        var article = await reading.Service.GetJsonAsync("/v1/articles/" + Uri.EscapeDataString(id));

        Assert.Equal(id, article.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_address_as_id_is_found_unescaped_too()
    {
        var article = await reading.Service.GetJsonAsync("/v1/articles/https://archive.example/address%3Fas=id");

        Assert.Equal("https://archive.example/address?as=id", article.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_article_is_whole_with_members_nobody_knows_and_without_those_it_lacks()
    {
        var article = await reading.Service.GetJsonAsync("/v1/articles/lavrov-islamabad");

        var source = JsonDocument.Parse(File.ReadLines(TestArchive.Source).First()).RootElement;
        foreach (var member in source.EnumerateObject())
            Assert.True(JsonElement.DeepEquals(member.Value, article.GetProperty(member.Name)), member.Name);
        Assert.Equal("दिल्ली", article.GetProperty("edition").GetString());
        Assert.False((await reading.Service.GetJsonAsync("/v1/articles/undated")).TryGetProperty("publishedAt", out _));
    }

    [Fact]
    public async Task An_id_nobody_has_is_not_found()
    {
        using var response = await reading.Service.GetAsync("/v1/articles/nobody");

        await response.IsProblemAsync(HttpStatusCode.NotFound, "article_not_found");
    }

    [Theory]
    [InlineData("/v1/articles/a%0Ab")]
    [InlineData("/v1/articles/")]
    public async Task An_id_no_article_can_have_is_refused(string path)
    {
        using var response = await reading.Service.GetAsync(path);

        await response.IsProblemAsync(HttpStatusCode.BadRequest, "invalid_id");
    }

    [Theory]
    [InlineData("PUT", "/v1/articles/new")]
    [InlineData("DELETE", "/v1/articles/lavrov-islamabad")]
    [InlineData("POST", "/v1/articles")]
    public async Task Without_a_configured_key_writing_is_off(string method, string path)
    {
        using var response = await reading.Service.SendAsync(new HttpMethod(method), path, Body("{}"), ("X-Api-Key", RunningService.Key));

        await response.IsProblemAsync(HttpStatusCode.Forbidden, "writing_off");
    }

    [Fact]
    public async Task An_article_is_put_found_replaced_and_deleted()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key));
        const string path = "/v1/articles/a%2F%E0%A4%95";
        (string, string) key = ("X-Api-Key", RunningService.Key);

        using (var added = await service.SendAsync(HttpMethod.Put, path, Body("""{"headline":"नर्मदा में नाव"}"""), key))
        {
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
            Assert.Equal(path, added.Headers.Location?.OriginalString);
            Assert.Equal("""{"id":"a/क","change":"added"}""", await added.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        await FoundAsync(service, "नर्मदा", "a/क");
        using (var same = await service.SendAsync(HttpMethod.Put, path, Body("""{"id":"a/क","headline":"नर्मदा में नाव"}"""), key))
            Assert.Contains("unchanged", await same.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using (var updated = await service.SendAsync(HttpMethod.Put, path, Body("""{"headline":"गंगा में नाव"}"""), ("Authorization", "Bearer " + RunningService.Key)))
        {
            Assert.Equal(HttpStatusCode.OK, updated.StatusCode);
            Assert.Contains("updated", await updated.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        await FoundAsync(service, "गंगा", "a/क");
        using (var deleted = await service.SendAsync(HttpMethod.Delete, path, null, key))
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using (var gone = await service.GetAsync(path))
            await gone.IsProblemAsync(HttpStatusCode.NotFound, "article_not_found");
        using (var again = await service.SendAsync(HttpMethod.Delete, path, null, key))
            await again.IsProblemAsync(HttpStatusCode.NotFound, "article_not_found");
    }

    [Fact]
    public async Task A_missing_a_wrong_and_a_misplaced_key_are_refused_and_change_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", "another-key-0123456789"), ("Writing:Keys:1", RunningService.Key));

        using (var missing = await service.SendAsync(HttpMethod.Put, "/v1/articles/a", Body("""{"headline":"क"}""")))
        {
            await missing.IsProblemAsync(HttpStatusCode.Unauthorized, "key_missing");
            Assert.Equal("Bearer", missing.Headers.WwwAuthenticate.Single().Scheme);
        }

        foreach (var (name, value) in ((string, string)[])[("X-Api-Key", RunningService.Key + "x"), ("X-Api-Key", RunningService.Key[..^1]), ("Authorization", "Bearer nonsense")])
        {
            using var wrong = await service.SendAsync(HttpMethod.Put, "/v1/articles/a", Body("""{"headline":"क"}"""), (name, value));
            await wrong.IsProblemAsync(HttpStatusCode.Unauthorized, "key_wrong");
        }

        using (var basic = await service.SendAsync(HttpMethod.Put, "/v1/articles/a", Body("""{"headline":"क"}"""), ("Authorization", "Basic " + RunningService.Key)))
            await basic.IsProblemAsync(HttpStatusCode.Unauthorized, "key_missing");
        using var nothing = await service.GetAsync("/v1/articles/a");
        await nothing.IsProblemAsync(HttpStatusCode.NotFound, "article_not_found");
    }

    [Theory]
    [InlineData("", "invalid_article")]
    [InlineData("{", "invalid_article")]
    [InlineData("[]", "invalid_article")]
    [InlineData("""{"headline":""}""", "invalid_article")]
    [InlineData("""{"headline":"क","publishedAt":"yesterday"}""", "invalid_article")]
    [InlineData("""{"id":"other","headline":"क"}""", "id_mismatch")]
    public async Task A_body_that_is_no_article_of_that_id_is_refused(string body, string code)
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key));
        using var response = await service.SendAsync(HttpMethod.Put, "/v1/articles/a", Body(body), ("X-Api-Key", RunningService.Key));

        await response.IsProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_with_and_without_its_length_named(bool named)
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key), ("Writing:MaxArticleBytes", "2048"));
        var bytes = Encoding.UTF8.GetBytes($$"""{"headline":"{{new string('x', 5000)}}"}""");
        using HttpContent content = named ? new ByteArrayContent(bytes) : new StreamContent(new UnseekableStream(bytes));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await service.SendAsync(HttpMethod.Put, "/v1/articles/a", content, ("X-Api-Key", RunningService.Key));

        await response.IsProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    [Fact]
    public async Task A_known_article_is_304_and_answers_to_key_holders_are_private()
    {
        using var first = await reading.Service.GetAsync("/v1/articles/budget");
        using var again = await reading.Service.GetAsync("/v1/articles/budget", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var keyed = await reading.Service.GetAsync("/v1/articles/budget", ("X-Api-Key", "anything"));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("public, max-age=30, stale-while-revalidate=300", first.Headers.GetValues("Cache-Control").Single());
        Assert.True(keyed.Headers.CacheControl!.Private);
    }

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    private static async Task FoundAsync(RunningService service, string word, string id)
    {
        // Within a second of being kept.
        var deadline = DateTime.UtcNow.AddSeconds(1);
        JsonElement hits;
        do
            hits = (await service.GetJsonAsync("/v1/search?q=" + word)).GetProperty("hits");
        while (hits.GetArrayLength() == 0 && DateTime.UtcNow < deadline);
        Assert.Equal(id, hits[0].GetProperty("id").GetString());
    }

    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
