using System.Net;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class ExplainApiTests(ReadingService reading)
{
    [Theory]
    [InlineData("लावरोव पाकिस्तान")]
    [InlineData("lavrov \"विदेश मंत्री\" बारिश")]
    [InlineData("+मौसम headline:मौसम (बारिश OR लू)")]
    [InlineData("मोसम")]
    public async Task Every_hit_of_a_search_is_explained_to_its_score(string query)
    {
        var search = await reading.Service.GetJsonAsync($"/v1/search?q={Uri.EscapeDataString(query)}");

        var hits = search.GetProperty("hits").EnumerateArray().ToList();
        Assert.NotEmpty(hits);
        foreach (var hit in hits)
        {
            var answer = await reading.Service.GetJsonAsync($"/v1/explain?q={Uri.EscapeDataString(query)}&id={Uri.EscapeDataString(hit.GetProperty("id").GetString()!)}");

            Assert.True(answer.GetProperty("isMatch").GetBoolean());
            Assert.Equal(hit.GetProperty("score").GetDouble(), answer.GetProperty("score").GetDouble());
            var parts = answer.GetProperty("parts").EnumerateArray().ToList();
            Assert.Equal(hit.GetProperty("score").GetDouble(), parts.Sum(part => part.GetProperty("score").GetDouble()), 0.00005);
            Assert.Equal(1, parts.Sum(part => part.GetProperty("share").GetDouble()), 0.00005);
        }
    }

    [Fact]
    public async Task An_article_that_the_filters_leave_out_is_no_match()
    {
        var answer = await reading.Service.GetJsonAsync("/v1/explain?q=लावरोव&id=lavrov-islamabad&category=खेल");

        Assert.False(answer.GetProperty("isMatch").GetBoolean());
        Assert.Equal(0, answer.GetProperty("score").GetDouble());
    }

    [Theory]
    [InlineData("/v1/explain?q=x&id=nobody", HttpStatusCode.NotFound, "article_not_found")]
    [InlineData("/v1/explain?q=x", HttpStatusCode.BadRequest, "invalid_parameter")]
    [InlineData("/v1/explain?q=(x&id=budget", HttpStatusCode.BadRequest, "query_syntax")]
    [InlineData("/v1/explain?q=x&id=budget&from=yesterday", HttpStatusCode.BadRequest, "invalid_parameter")]
    public async Task What_cannot_be_explained_is_a_problem(string path, HttpStatusCode status, string code)
    {
        using var response = await reading.Service.GetAsync(path);

        await response.IsProblemAsync(status, code);
    }

    [Fact]
    public async Task A_known_explanation_is_304_and_what_has_no_effect_is_a_warning()
    {
        using var first = await reading.Service.GetAsync("/v1/explain?q=बजट&id=budget");
        using var again = await reading.Service.GetAsync("/v1/explain?q=बजट&id=budget", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        var answer = await reading.Service.GetJsonAsync("/v1/explain?q=बजट&id=budget&page=2");
        Assert.Equal("unknown_parameter", answer.GetProperty("warnings")[0].GetProperty("code").GetString());
    }
}
