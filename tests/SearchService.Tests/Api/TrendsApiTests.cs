using System.Net;
using System.Text.Json;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class TrendsApiTests(ReadingService reading)
{
    private readonly RunningService _service = reading.Service;

    [Fact]
    public async Task Queries_are_compared_in_their_order_on_one_axis()
    {
        var answer = await _service.GetJsonAsync("/v1/trends?q=मौसम&q=लावरोव&interval=year&smoothing=1");

        var series = answer.GetProperty("series").EnumerateArray().ToList();
        Assert.Equal(["मौसम", "लावरोव"], series.Select(one => one.GetProperty("query").GetProperty("text").GetString()));
        Assert.All(series, one => Assert.All((string[])["counts", "outOf", "values", "smoothed"], name => Assert.Equal(answer.GetProperty("intervals").GetArrayLength(), one.GetProperty(name).GetArrayLength())));
        Assert.Equal(3, answer.GetProperty("smoothing").GetProperty("window").GetInt32());
        foreach (var one in series)
        {
            var search = await _service.GetJsonAsync("/v1/search?q=" + one.GetProperty("query").GetProperty("text").GetString());
            Assert.Equal(search.GetProperty("total").GetProperty("value").GetInt64(), Sum(one));
        }
    }

    [Fact]
    public async Task Occurrences_are_as_many_as_the_concordance_lists()
    {
        var trends = await _service.GetJsonAsync("/v1/trends?q=मौसम&q=लावरोव&measure=words");

        foreach (var one in trends.GetProperty("series").EnumerateArray())
        {
            var concordance = await _service.GetJsonAsync("/v1/concordance?q=" + one.GetProperty("query").GetProperty("text").GetString());
            Assert.Equal(concordance.GetProperty("total").GetProperty("value").GetInt64(), Sum(one));
        }
    }

    [Theory]
    [InlineData("q=x", "q")]
    [InlineData("q=x&q=", "q")]
    [InlineData("q=x&q=y&measure=letters", "measure")]
    [InlineData("q=x&q=y&spellings=some", "spellings")]
    [InlineData("q=x&q=y&smoothing=51", "smoothing")]
    public async Task What_cannot_be_read_is_a_problem(string query, string parameter)
    {
        using var response = await _service.GetAsync("/v1/trends?" + query);

        var problem = await response.IsProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    private static long Sum(JsonElement series) => series.GetProperty("counts").EnumerateArray().Sum(count => count.GetInt64()) + series.GetProperty("undated").GetInt64();
}
