using SearchService.Articles;
using SearchService.Engine.Querying;
using Xunit;

namespace SearchService.Engine.Tests.Results;

public class PagingTests
{
    [Theory]
    [InlineData("relevance")]
    [InlineData("newest")]
    [InlineData("oldest")]
    public void ACursorGoesOnExactlyThereWhileArticlesAreAdded(string sort)
    {
        using var archive = new TestArchive([.. Enumerable.Range(0, 35).Select(i => Article(i))]);
        var expected = archive.Search("रूस", p => p with { Sort = sort, PageSize = "100" }).Hits.Select(hit => hit.Id).ToArray();

        var seen = new List<string>();
        string? cursor = null;
        var pages = 0;
        do
        {
            var response = archive.Search("रूस", p => p with { Sort = sort, PageSize = "8", Cursor = cursor });
            seen.AddRange(response.Hits.Select(hit => hit.Id));
            Assert.Equal(++pages, response.Page);
            Assert.Equal(35, response.Total.Value);
            cursor = response.NextCursor;
            archive.Add(Article(1000 + pages), Article(2000 + pages));
        }
        while (cursor is not null);

        Assert.Equal(5, pages);
        Assert.Equal(expected, seen);
    }

    [Fact]
    public void PagesAndCursorsAgree()
    {
        using var archive = new TestArchive([.. Enumerable.Range(0, 25).Select(i => Article(i))]);

        var first = archive.Search("रूस");
        var second = archive.Search("रूस", p => p with { Page = "2" });
        var afterFirst = archive.Search("रूस", p => p with { Cursor = first.NextCursor });

        Assert.Equal(second.Hits.Select(hit => hit.Id), afterFirst.Hits.Select(hit => hit.Id));
        Assert.Null(archive.Search("रूस", p => p with { Page = "3" }).NextCursor);
    }

    [Theory]
    [InlineData("0", null, null, "invalid_parameter", "page")]
    [InlineData("x", null, null, "invalid_parameter", "page")]
    [InlineData("1001", "10", null, "page_too_deep", "page")]
    [InlineData(null, "101", null, "invalid_parameter", "pageSize")]
    [InlineData(null, null, "nonsense", "invalid_cursor", "cursor")]
    public void RefusesPagesThatCannotBe(string? page, string? size, string? cursor, string code, string parameter)
    {
        Assert.False(SearchRequest.TryCreate(new() { Q = "रूस", Page = page, PageSize = size, Cursor = cursor }, out _, out var problem));
        Assert.Equal((code, parameter), (problem.Code, problem.Parameter));
    }

    [Fact]
    public void RefusesTheCursorOfAnotherSearch()
    {
        using var archive = new TestArchive([.. Enumerable.Range(0, 25).Select(i => Article(i))]);
        var cursor = archive.Search("रूस").NextCursor;

        Assert.False(SearchRequest.TryCreate(new() { Q = "चीन", Cursor = cursor }, out _, out var problem));
        Assert.Equal("invalid_cursor", problem.Code);
    }

    private static Article Article(int i) => new()
    {
        Id = $"a{i}",
        Headline = i % 3 == 0 ? "रूस और चीन" : "चीन",
        Body = string.Concat(Enumerable.Repeat("रूस में बैठक हुई। ", (i % 5) + 1)) + string.Concat(Enumerable.Repeat("कुछ और बात। ", i % 7)),
        PublishedAt = i % 11 == 0 ? null : new DateTimeOffset(2020, 1, 1, 0, 0, 0, new(5, 30, 0)).AddDays(i % 13),
    };
}
