using System.Net;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class TimelineApiTests(ReadingService reading)
{
    private readonly RunningService _service = reading.Service;

    [Fact]
    public async Task Intervals_add_up_to_the_total_and_lead_to_the_articles_they_count()
    {
        var answer = await _service.GetJsonAsync("/v1/timeline?q=मौसम&interval=day");

        Assert.Equal(["query", "total", "count", "interval", "shareOf", "undated", "intervals", "tookMs", "generation", "warnings"], answer.EnumerateObject().Select(member => member.Name));
        var intervals = answer.GetProperty("intervals").EnumerateArray().ToList();
        Assert.Equal(answer.GetProperty("total").GetProperty("value").GetInt64(), intervals.Sum(one => one.GetProperty("count").GetInt64()) + answer.GetProperty("undated").GetProperty("count").GetInt64());
        var first = intervals[0];
        Assert.Equal("2015-01-01", first.GetProperty("from").GetString());
        var search = await _service.GetJsonAsync($"/v1/search?q=मौसम&from={first.GetProperty("from")}&to={first.GetProperty("to")}");
        Assert.Equal(first.GetProperty("count").GetInt64(), search.GetProperty("total").GetProperty("value").GetInt64());
    }

    [Fact]
    public async Task Stories_add_up_to_those_of_the_search()
    {
        var answer = await _service.GetJsonAsync("/v1/timeline?q=मौसम&count=stories");

        Assert.Equal("stories", answer.GetProperty("count").GetString());
        var stories = answer.GetProperty("total").GetProperty("stories").GetInt64();
        Assert.Equal((await _service.GetJsonAsync("/v1/search?q=मौसम")).GetProperty("total").GetProperty("stories").GetInt64(), stories);
        Assert.Equal(stories, answer.GetProperty("intervals").EnumerateArray().Sum(one => one.GetProperty("count").GetInt64()) + answer.GetProperty("undated").GetProperty("count").GetInt64());
    }

    [Fact]
    public async Task Filters_and_readings_are_those_of_a_search()
    {
        foreach (var query in (string[])["q=lavrov", "q=lavrov&readings=off&corrections=off", "category=खेल&category=कारोबार", "q=मौसम&from=2015-01-10&to=2015-01-12"])
        {
            var timeline = await _service.GetJsonAsync("/v1/timeline?" + query);
            var search = await _service.GetJsonAsync("/v1/search?" + query);
            Assert.Equal(search.GetProperty("total").GetProperty("value").GetInt64(), timeline.GetProperty("total").GetProperty("value").GetInt64());
        }
    }

    [Theory]
    [InlineData("q=x&interval=week", "interval")]
    [InlineData("q=x&shareOf=some", "shareOf")]
    [InlineData("q=x&from=yesterday", "from")]
    [InlineData("q=x&count=copies", "count")]
    public async Task What_cannot_be_read_is_a_problem(string query, string parameter)
    {
        using var response = await _service.GetAsync("/v1/timeline?" + query);

        var problem = await response.IsProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task What_has_no_effect_is_named_in_a_warning()
    {
        var answer = await _service.GetJsonAsync("/v1/timeline?q=बजट&page=2");

        Assert.Equal("unknown_parameter", Assert.Single(answer.GetProperty("warnings").EnumerateArray()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/v1/timeline?q=बजट", "/v1/timeline?q=बजट&interval=day")]
    [InlineData("/v1/timeline?q=बजट", "/v1/timeline?q=बजट&shareOf=filters")]
    [InlineData("/v1/timeline?q=बजट", "/v1/timeline?q=बजट&count=stories")]
    [InlineData("/v1/search?q=बजट&facets=year", "/v1/search?q=बजट&facets=year&count=stories")]
    [InlineData("/v1/trends?q=बजट&q=खेल", "/v1/trends?q=खेल&q=बजट")]
    [InlineData("/v1/trends?q=बजट&q=खेल", "/v1/trends?q=बजट&q=खेल&smoothing=2")]
    [InlineData("/v1/compare?q=बजट&q=खेल", "/v1/compare?q=बजट&q=खेल&overlap=in")]
    [InlineData("/v1/concordance?q=बजट", "/v1/concordance?q=बजट&context=3")]
    [InlineData("/v1/concordance?q=बजट", "/v1/concordance?q=बजट&sort=left1")]
    [InlineData("/v1/concordance/export?q=बजट", "/v1/concordance/export?q=बजट&format=tsv")]
    public async Task A_known_answer_is_304_until_the_question_is_another(string path, string other)
    {
        using var first = await _service.GetAsync(path);
        var tag = first.Headers.ETag!.ToString();
        using var again = await _service.GetAsync(path, ("If-None-Match", tag));
        using var differs = await _service.GetAsync(other, ("If-None-Match", tag));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, differs.StatusCode);
    }
}
