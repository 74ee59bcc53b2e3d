using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class SuggestApiTests(ReadingService reading)
{
    private readonly RunningService _service = reading.Service;

    [Fact]
    public async Task Suggestions_have_text_count_and_reason()
    {
        var answer = await _service.GetJsonAsync("/v1/suggest?q=लाव");

        Assert.Equal(["text", "suggestions"], answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal("लाव", answer.GetProperty("text").GetString());
        var first = answer.GetProperty("suggestions")[0];
        Assert.Equal(["text", "articles", "reason", "archive"], first.EnumerateObject().Select(member => member.Name));
        Assert.Equal("लावरोव", first.GetProperty("text").GetString());
        Assert.Equal("prefix", first.GetProperty("reason").GetString());
        Assert.True(first.GetProperty("articles").GetInt32() > 0);
        Assert.True(first.GetProperty("archive").GetBoolean());
    }

    [Fact]
    public async Task A_romanised_word_that_the_archive_lacks_is_offered_in_Devanagari_all_the_same()
    {
        var offered = await SuggestionsAsync("q=zelensky");

        Assert.Equal("जेलेंस्की", offered[0].GetProperty("text").GetString());
        Assert.All(offered, one => Assert.Equal((0, "transliteration", false), (one.GetProperty("articles").GetInt32(), one.GetProperty("reason").GetString(), one.GetProperty("archive").GetBoolean())));
    }

    [Theory]
    [InlineData("lavr", "लावरोव", "transliteration")]
    [InlineData("lavr", "Lavrov", "prefix")]
    [InlineData("लाव", "Lavrov", "transliteration")]
    [InlineData("weath", "मौसम", "translation")]
    public async Task Either_script_and_language_will_do(string typed, string text, string reason) =>
        Assert.Contains(await SuggestionsAsync($"q={typed}"), one => one.GetProperty("text").GetString() == text && one.GetProperty("reason").GetString() == reason);

    [Fact]
    public async Task Size_bounds_the_answer()
    {
        Assert.Single(await SuggestionsAsync("q=म&size=1"));
        Assert.Equal(8, (await SuggestionsAsync("q=म")).Count);
        Assert.InRange((await SuggestionsAsync("q=म&size=20")).Count, 9, 20);
    }

    [Fact]
    public async Task What_nothing_begins_with_has_no_suggestions() => Assert.Empty(await SuggestionsAsync("q=qqqqqq"));

    [Theory]
    [InlineData("", "q")]
    [InlineData("?q=", "q")]
    [InlineData("?q=%20", "q")]
    [InlineData("?q=x&size=0", "size")]
    [InlineData("?q=x&size=21", "size")]
    [InlineData("?q=x&size=ten", "size")]
    public async Task Bad_requests_are_problems_that_name_the_parameter(string query, string parameter)
    {
        using var response = await _service.GetAsync("/v1/suggest" + query);

        var problem = await response.IsProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Contains("expected", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_beginning_that_is_too_long_is_refused()
    {
        using var response = await _service.GetAsync("/v1/suggest?q=" + new string('x', 1_001));

        await response.IsProblemAsync(HttpStatusCode.RequestUriTooLong, "query_too_long");
    }

    [Fact]
    public async Task A_known_answer_is_304_until_the_question_is_another()
    {
        using var first = await _service.GetAsync("/v1/suggest?q=लाव");
        var tag = first.Headers.ETag!;
        Assert.True(tag.IsWeak);
        Assert.True(first.Headers.CacheControl!.Public);

        using var again = await _service.GetAsync("/v1/suggest?q=लाव", ("If-None-Match", tag.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        foreach (var other in (string[])["q=लावर", "q=लाव&size=1", "q=म"])
        {
            using var differs = await _service.GetAsync("/v1/suggest?" + other, ("If-None-Match", tag.ToString()));
            Assert.True(differs.StatusCode == HttpStatusCode.OK, other);
        }
    }

    [Fact]
    public async Task A_changed_archive_answers_anew()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key));
        await PutAsync("a");
        using var before = await WaitForAsync(1);
        await PutAsync("b");
        using var after = await WaitForAsync(2);

        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);

        async Task PutAsync(string id)
        {
            using var put = await service.SendAsync(HttpMethod.Put, "/v1/articles/" + id, JsonContent.Create(new { headline = "ज़ंज़ीबार की यात्रा" }), ("X-Api-Key", RunningService.Key));
            Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        }

        async Task<HttpResponseMessage> WaitForAsync(int articles)
        {
            for (var deadline = DateTime.UtcNow.AddSeconds(30); ;)
            {
                var response = await service.GetAsync("/v1/suggest?q=ज़ंज़ी");
                var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
                if (body.GetProperty("suggestions") is var found && found.GetArrayLength() > 0 && found[0].GetProperty("articles").GetInt32() == articles)
                    return response;
                Assert.True(DateTime.UtcNow < deadline, body.ToString());
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }

    private async Task<List<JsonElement>> SuggestionsAsync(string query) => [.. (await _service.GetJsonAsync("/v1/suggest?" + query)).GetProperty("suggestions").EnumerateArray()];
}
