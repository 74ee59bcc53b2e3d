using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Commands;

public sealed class SearchCommandTests(TestArchive archive, ReadingService reading)
{
    [Fact]
    public async Task Json_is_what_the_api_answers()
    {
        var printed = (await SearchAsync("लावरोव पाकिस्तान", "--facets", "category", "--json")).Json;
        var answered = await reading.Service.GetJsonAsync("/v1/search?q=लावरोव पाकिस्तान&facets=category");

        Assert.Equal(answered.EnumerateObject().Select(member => member.Name), printed.EnumerateObject().Select(member => member.Name));
        foreach (var name in (string[])["query", "total", "hits", "facets"])
            Assert.Equal(answered.GetProperty(name).GetRawText(), printed.GetProperty(name).GetRawText());
    }

    [Fact]
    public async Task Results_are_numbered_with_their_facts_and_passages()
    {
        var result = await SearchAsync("लावरोव", "पाकिस्तान");

        Assert.StartsWith("3 articles", result.Out, StringComparison.Ordinal);
        Assert.Contains("1. लावरोव ने पाकिस्तान में बातचीत की", result.Out, StringComparison.Ordinal);
        Assert.Contains("2021-04-07 · इस्लामाबाद · भाषा · विश्व · lavrov-islamabad", result.Out, StringComparison.Ordinal);
        Assert.Contains("रूस के विदेश मंत्री सर्गेई लावरोव", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Out);
    }

    [Fact]
    public async Task What_was_meant_is_told_when_it_is_answered_and_offered_when_it_is_not()
    {
        var answered = await SearchAsync("मोसम");
        Assert.Contains("these are the results for \"मौसम\"", answered.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", answered.Out, StringComparison.Ordinal);

        var offered = await SearchAsync("बजट", "मोसम");
        Assert.StartsWith("Did you mean: बजट मौसम", offered.Out, StringComparison.Ordinal);
        Assert.StartsWith("0 articles", (await SearchAsync("मोसम", "--corrections", "off")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_size_page_and_order_are_options()
    {
        var result = await SearchAsync("मौसम", "--category", "मौसम", "--place", "भोपाल", "--agency", "भाषा", "--from", "2015-01-02", "--to", "2015-01-04", "--sort", "oldest", "--size", "2", "--page", "2", "--json");

        Assert.Equal(["series-04"], result.Json.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("लावरोव \"पाकिस्तान", 7)]
    [InlineData("(a", 0)]
    public async Task Bad_syntax_is_shown_with_a_caret_under_the_place(string query, int columns)
    {
        var result = await SearchAsync(query);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Out);
        var lines = result.Error.Split('\n');
        Assert.Equal(query, lines[0].TrimEnd('\r'));
        Assert.Equal(new string(' ', columns) + "^", lines[1].TrimEnd('\r'));
        Assert.NotEmpty(lines[2]);
    }

    [Fact]
    public async Task A_bad_option_value_is_bad_usage_too()
    {
        var result = await SearchAsync("x", "--size", "1000");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("1000", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_may_begin_with_a_hyphen_or_an_at_sign()
    {
        Assert.Equal(0, (await CommandResult.RunAsync("search", "--archive", archive.Folder, "--", "-लावरोव", "मौसम")).ExitCode);
        Assert.Equal(0, (await SearchAsync("-लावरोव", "मौसम")).ExitCode);
        Assert.Equal(0, (await SearchAsync("@nobody")).ExitCode);
    }

    private Task<CommandResult> SearchAsync(params string[] args) => CommandResult.RunAsync(["search", .. args, "--archive", archive.Folder]);
}
