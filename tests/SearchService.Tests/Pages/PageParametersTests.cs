using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SearchService.Pages;

namespace SearchService.Tests.Pages;

public sealed class PageParametersTests
{
    [Fact]
    public void The_engine_is_asked_the_whole_query_and_links_repeat_what_it_searches()
    {
        var query = string.Join(' ', Enumerable.Repeat("रूस", 500));
        var parameters = Read("q=" + Uri.EscapeDataString(query));

        Assert.Equal(query, parameters.Asked.Q);
        Assert.InRange(parameters.Repeated.Q!.Length, 990, 1000);
        Assert.EndsWith("रूस", parameters.Repeated.Q, StringComparison.Ordinal);
        Assert.Empty(parameters.Warnings);
    }

    [Fact]
    public void Filters_are_bounded_and_what_is_left_out_is_told()
    {
        var many = Read(string.Join('&', Enumerable.Range(0, 50).Select(number => "category=" + number)));
        Assert.Equal(20, many.Asked.Category.Count);
        Assert.Equal("filters_capped", Assert.Single(many.Warnings).Code);

        var repeated = Read("place=x&place=x&place=&place=y");
        Assert.Equal(["x", "y"], repeated.Asked.Place);
        Assert.Empty(repeated.Warnings);
    }

    [Theory]
    [InlineData("sort=relevance", null)]
    [InlineData("sort=", null)]
    [InlineData("sort=Newest", "newest")]
    public void Links_name_an_order_only_when_it_is_not_the_usual_one(string query, string? sort) => Assert.Equal(sort, Read(query).Repeated.Sort);

    [Theory]
    [InlineData("corrections=on", null)]
    [InlineData("corrections=Off", "off")]
    [InlineData("corrections=maybe", null)]
    public void Corrections_are_on_unless_a_link_says_off(string query, string? corrections) =>
        Assert.Equal((corrections, corrections), (Read(query).Asked.Corrections, Read(query).Repeated.Corrections));

    private static PageParameters Read(string query) => PageParameters.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
