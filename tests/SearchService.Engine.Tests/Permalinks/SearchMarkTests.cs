using SearchService.Engine.Permalinks;
using Xunit;

namespace SearchService.Engine.Tests.Permalinks;

public class SearchMarkTests
{
    [Fact]
    public void A_mark_is_read_as_it_was_written()
    {
        Assert.True(SearchMark.TryParse(new SearchMark(1841, "3f2a9c1b", 120).ToString(), out var mark));
        Assert.Equal(new(1841, "3f2a9c1b", 120), mark);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1841")]
    [InlineData("1841.3f2a9c1b")]
    [InlineData("1841.3F2A9C1B.120")]
    [InlineData("1841.3f2a9c1.120")]
    [InlineData("-1.3f2a9c1b.120")]
    [InlineData("1841.3f2a9c1b.120.")]
    [InlineData("99999999999999999999.3f2a9c1b.120")]
    public void Nothing_else_is_a_mark(string? text) => Assert.False(SearchMark.TryParse(text, out _));
}
