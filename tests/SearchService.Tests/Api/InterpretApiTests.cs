using System.Net;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class InterpretApiTests(ReadingService reading)
{
    [Fact]
    public async Task Each_word_is_answered_with_its_forms_in_order()
    {
        var answer = await reading.Service.GetJsonAsync("/v1/interpret?q=पाकिस्तान दिल्ली");

        var words = answer.GetProperty("interpretations").EnumerateArray().ToList();
        Assert.Equal(["पाकिस्तान", "दिल्ली"], words.Select(word => word.GetProperty("word").GetString()));
        var first = words[0].GetProperty("forms")[0];
        Assert.Equal("पाकिस्तान", first.GetProperty("text").GetString());
        Assert.Equal("exact", first.GetProperty("reason").GetString());
        Assert.Equal(1, first.GetProperty("weight").GetDouble());
        Assert.Equal(2, first.GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task A_word_that_the_archive_lacks_has_the_forms_of_what_was_meant()
    {
        var answer = await reading.Service.GetJsonAsync("/v1/interpret?q=मोसम");

        Assert.Equal("मौसम", answer.GetProperty("didYouMean").GetString());
        var forms = answer.GetProperty("interpretations")[0].GetProperty("forms").EnumerateArray().ToList();
        Assert.Equal(["exact", "correction"], forms.Take(2).Select(form => form.GetProperty("reason").GetString()));
    }

    [Theory]
    [InlineData("", "invalid_parameter")]
    [InlineData("?q=", "invalid_parameter")]
    [InlineData("?q=(क", "query_syntax")]
    public async Task Without_a_query_that_can_be_read_it_is_a_bad_request(string query, string code)
    {
        using var response = await reading.Service.GetAsync("/v1/interpret" + query);

        await response.IsProblemAsync(HttpStatusCode.BadRequest, code);
    }
}
