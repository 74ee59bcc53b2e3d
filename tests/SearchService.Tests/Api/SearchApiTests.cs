using System.Net;
using System.Text.Json;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class SearchApiTests(ReadingService reading)
{
    private readonly RunningService _service = reading.Service;

    [Fact]
    public async Task A_search_answers_as_the_contract_says()
    {
        var answer = await _service.GetJsonAsync("/v1/search?q=लावरोव पाकिस्तान&facets=category,year");

        Assert.Equal(["query", "total", "duplicates", "page", "pageSize", "nextCursor", "tookMs", "generation", "hits", "facets", "warnings"], answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal("लावरोव पाकिस्तान", answer.GetProperty("query").GetProperty("text").GetString());
        Assert.Equal(["लावरोव", "पाकिस्तान"], answer.GetProperty("query").GetProperty("interpretations").EnumerateArray().Select(one => one.GetProperty("word").GetString()));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("query").GetProperty("didYouMean").ValueKind);
        Assert.Equal(3, answer.GetProperty("total").GetProperty("value").GetInt64());
        Assert.Equal("eq", answer.GetProperty("total").GetProperty("relation").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("nextCursor").ValueKind);
        Assert.Equal(TestArchive.Articles, answer.GetProperty("generation").GetInt64());

        var best = answer.GetProperty("hits")[0];
        Assert.Equal("lavrov-islamabad", best.GetProperty("id").GetString());
        Assert.Equal("2021-04-07T14:27:42+05:30", best.GetProperty("publishedAt").GetString());
        Assert.True(best.GetProperty("score").GetDouble() > 0);
        Assert.Contains(answer.GetProperty("facets").GetProperty("category").EnumerateArray(), count => count.GetProperty("value").GetString() == "विश्व" && count.GetProperty("count").GetInt32() == 2);
    }

    [Fact]
    public async Task A_misspelt_query_is_answered_by_what_was_meant_unless_corrections_are_off()
    {
        var corrected = await _service.GetJsonAsync("/v1/search?q=%2Bमोसम");
        var query = corrected.GetProperty("query");
        Assert.Equal("+मोसम", query.GetProperty("text").GetString());
        Assert.Equal("+मौसम", query.GetProperty("didYouMean").GetString());
        Assert.Equal("corrected", Assert.Single(corrected.GetProperty("warnings").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(30, corrected.GetProperty("total").GetProperty("value").GetInt64());
        Assert.Contains(query.GetProperty("interpretations")[0].GetProperty("forms").EnumerateArray(), form => form.GetProperty("reason").GetString() == "correction");

        var asWritten = await _service.GetJsonAsync("/v1/search?q=%2Bमोसम&corrections=off");
        Assert.Equal(0, asWritten.GetProperty("total").GetProperty("value").GetInt64());
        Assert.Equal(JsonValueKind.Null, asWritten.GetProperty("query").GetProperty("didYouMean").ValueKind);
        Assert.Empty(asWritten.GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public async Task The_cursor_of_a_corrected_answer_goes_on_with_it()
    {
        var first = await _service.GetJsonAsync("/v1/search?q=मोसम&pageSize=20");
        var second = await _service.GetJsonAsync("/v1/search?q=मोसम&pageSize=20&cursor=" + first.GetProperty("nextCursor").GetString());

        Assert.Equal("मौसम", first.GetProperty("query").GetProperty("didYouMean").GetString());
        Assert.Equal("मौसम", second.GetProperty("query").GetProperty("didYouMean").GetString());
        Assert.Equal(first.GetProperty("total").GetProperty("value").GetInt64(), second.GetProperty("total").GetProperty("value").GetInt64());
        Assert.Empty(Ids(first).Intersect(Ids(second)));
        Assert.NotEmpty(Ids(second));

        static IEnumerable<string?> Ids(JsonElement answer) => answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Spans_and_html_mark_the_same_words_in_every_field()
    {
        var best = (await _service.GetJsonAsync("/v1/search?q=लावरोव")).GetProperty("hits")[0];

        var highlights = best.GetProperty("highlights").EnumerateArray().ToList();
        Assert.Contains(highlights, highlight => highlight.GetProperty("field").GetString() == "headline");
        Assert.Contains(highlights, highlight => highlight.GetProperty("field").GetString() == "body");
        foreach (var highlight in highlights)
        {
            var text = highlight.GetProperty("text").GetString()!;
            var marked = text;
            foreach (var span in highlight.GetProperty("spans").EnumerateArray().Reverse())
                marked = marked.Insert(span[0].GetInt32() + span[1].GetInt32(), "</mark>").Insert(span[0].GetInt32(), "<mark>");
            Assert.Equal(marked, highlight.GetProperty("html").GetString());
        }
    }

    [Fact]
    public async Task Devanagari_is_written_as_it_is_and_markup_is_escaped()
    {
        using var response = await _service.GetAsync("/v1/search?q=शत्रुतापूर्ण");
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("शत्रुतापूर्ण", body, StringComparison.Ordinal);
        Assert.DoesNotContain('<', body);
        Assert.Contains("\\u003C", body, StringComparison.OrdinalIgnoreCase);
        var html = JsonDocument.Parse(body).RootElement.GetProperty("hits")[0].GetProperty("highlights").EnumerateArray().Select(highlight => highlight.GetProperty("html").GetString()!);
        Assert.All(html, one => Assert.DoesNotContain("<script", one, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Filters_dates_order_and_page_size_are_those_of_the_query_string()
    {
        var answer = await _service.GetJsonAsync("/v1/search?category=मौसम&from=2015-01-10&to=2015-01-12&sort=oldest&pageSize=2");

        Assert.Equal(3, answer.GetProperty("total").GetProperty("value").GetInt64());
        Assert.Equal(["series-10", "series-11"], answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Repeated_filters_let_any_of_their_values_through()
    {
        var answer = await _service.GetJsonAsync("/v1/search?category=खेल&category=कारोबार&sort=newest");

        Assert.Equal(["cricket-final", "budget"], answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Cursors_lead_through_all_articles_once()
    {
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var answer = await _service.GetJsonAsync("/v1/search?q=मौसम&sort=newest&pageSize=7" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor)));
            seen.AddRange(answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!));
            cursor = answer.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null && seen.Count <= TestArchive.Articles);

        Assert.Equal(Enumerable.Range(1, 30).Reverse().Select(number => $"series-{number:00}"), seen);
    }

    [Fact]
    public async Task What_has_no_effect_is_named_in_a_warning()
    {
        var answer = await _service.GetJsonAsync("/v1/search?q=बजट&q=खेल&pagesise=3&<b>=1");

        var warnings = answer.GetProperty("warnings").EnumerateArray().ToList();
        Assert.Equal(["repeated_parameter", "unknown_parameter", "unknown_parameter"], warnings.Select(warning => warning.GetProperty("code").GetString()).Order());
        Assert.Contains(warnings, warning => warning.GetProperty("message").GetString()!.Contains("\"pagesise\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Facets_are_counted_under_the_other_filters_in_any_spelling()
    {
        var answer = await _service.GetJsonAsync("/v1/search?q=लावरोव पाकिस्तान&facets=category,agency&category=मौसम&agency=PTI-Bhasha");

        Assert.Equal(0, answer.GetProperty("total").GetProperty("value").GetInt32());
        Assert.Equal([("विश्व", 2, false), ("मौसम", 0, true)], Facet("category"));
        Assert.Equal([("एएनआई", 1, false), ("भाषा", 0, true)], Facet("agency"));

        IEnumerable<(string?, int, bool)> Facet(string name) => answer.GetProperty("facets").GetProperty(name).EnumerateArray()
            .Select(one => (one.GetProperty("value").GetString(), one.GetProperty("count").GetInt32(), one.GetProperty("selected").GetBoolean()));
    }

    [Theory]
    [InlineData("q=\"लावरोव", "query_syntax", "q")]
    [InlineData("pageSize=101", "invalid_parameter", "pageSize")]
    [InlineData("q=x&corrections=maybe", "invalid_parameter", "corrections")]
    [InlineData("page=zwei", "invalid_parameter", "page")]
    [InlineData("page=2000&pageSize=10", "page_too_deep", "page")]
    [InlineData("from=2021-13", "invalid_parameter", "from")]
    [InlineData("sort=best", "invalid_parameter", "sort")]
    [InlineData("facets=color", "invalid_parameter", "facets")]
    [InlineData("year=21", "invalid_parameter", "year")]
    [InlineData("cursor=nonsense", "invalid_cursor", "cursor")]
    public async Task Bad_requests_are_problems_that_name_the_parameter(string query, string code, string parameter)
    {
        using var response = await _service.GetAsync("/v1/search?" + query);

        var problem = await response.IsProblemAsync(HttpStatusCode.BadRequest, code);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task A_syntax_problem_says_where()
    {
        using var response = await _service.GetAsync("/v1/search?q=लावरोव \"पाकिस्तान");

        var problem = await response.IsProblemAsync(HttpStatusCode.BadRequest, "query_syntax");
        Assert.Equal(7, problem.GetProperty("position").GetInt32());
    }

    [Theory]
    [InlineData("क")]
    [InlineData("x")]
    [InlineData("क ")]
    public async Task A_query_of_100_KB_is_refused_in_bounds(string unit)
    {
        var query = string.Concat(Enumerable.Repeat(unit, 100 * 1024 / System.Text.Encoding.UTF8.GetByteCount(unit)));
        using var response = await _service.GetAsync("/v1/search?q=" + Uri.EscapeDataString(query));

        // In characters the shorter ones are within what is looked at, cut with a warning.
        if (query.Trim().Length > 32_768)
            await response.IsProblemAsync(HttpStatusCode.RequestUriTooLong, "query_too_long");
        else
            Assert.Contains("query_cut", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_answer_is_304_until_the_question_is_another()
    {
        using var first = await _service.GetAsync("/v1/search?q=बजट");
        var tag = first.Headers.ETag!;
        Assert.True(tag.IsWeak);
        Assert.StartsWith($"\"{TestArchive.Articles}-", tag.Tag, StringComparison.Ordinal);

        using var again = await _service.GetAsync("/v1/search?q=बजट", ("If-None-Match", $"\"other\", {tag}"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        foreach (var other in (string[])["q=खेल", "q=बजट&page=2", "q=बजट&pageSize=5", "q=बजट&facets=year", "q=बजट&sort=newest", "q=बजट&from=2020", "q=बजट&unknown=1"])
        {
            using var differs = await _service.GetAsync("/v1/search?" + other, ("If-None-Match", tag.ToString()));
            Assert.True(differs.StatusCode == HttpStatusCode.OK, other);
        }
    }
}
