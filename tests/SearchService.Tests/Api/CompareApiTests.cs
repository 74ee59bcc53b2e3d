using System.Net;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class CompareApiTests(ReadingService reading)
{
    private readonly RunningService _service = reading.Service;

    [Fact]
    public async Task Parts_add_up_to_what_each_search_finds()
    {
        var answer = await _service.GetJsonAsync("/v1/compare?q=लावरोव&q=पाकिस्तान&articles=10");

        var both = answer.GetProperty("both").GetProperty("articles").GetInt64();
        Assert.True(both > 0);
        foreach (var (side, query) in (ReadOnlySpan<(string, string)>)[("first", "लावरोव"), ("second", "पाकिस्तान")])
        {
            var told = answer.GetProperty(side);
            Assert.Equal(query, told.GetProperty("query").GetProperty("text").GetString());
            Assert.Equal(told.GetProperty("total").GetInt64(), told.GetProperty("alone").GetProperty("articles").GetInt64() + both);
            Assert.Equal(told.GetProperty("alone").GetProperty("articles").GetInt64(), told.GetProperty("alone").GetProperty("hits").GetArrayLength());
        }

        Assert.Equal("lavrov-islamabad", answer.GetProperty("both").GetProperty("hits")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Words_that_set_searches_apart_come_with_their_figures()
    {
        var answer = await _service.GetJsonAsync("/v1/compare?q=मौसम&q=&minFrequency=1&words=5&spellings=split");

        var words = answer.GetProperty("words");
        Assert.Equal(("split", "out", 1), (words.GetProperty("spellings").GetString(), words.GetProperty("overlap").GetString(), words.GetProperty("minFrequency").GetInt32()));
        var first = words.GetProperty("first").GetProperty("listed")[0];
        Assert.True(first.GetProperty("keyness").GetDouble() >= words.GetProperty("least").GetDouble());
        Assert.True(first.GetProperty("logRatio").GetDouble() > 0);
        Assert.Equal("compared_with_rest", answer.GetProperty("warnings")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("q=x", "q")]
    [InlineData("q=&q=", "q")]
    [InlineData("q=x&q=y&q=z", "q")]
    [InlineData("q=x&q=y&overlap=some", "overlap")]
    [InlineData("q=x&q=y&words=501", "words")]
    [InlineData("q=x&q=y&year=now", "year")]
    public async Task What_cannot_be_read_is_a_problem(string query, string parameter)
    {
        using var response = await _service.GetAsync("/v1/compare?" + query);

        var problem = await response.IsProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }
}
