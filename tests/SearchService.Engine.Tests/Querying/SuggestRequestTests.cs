using SearchService.Engine.Querying;
using Xunit;

namespace SearchService.Engine.Tests.Querying;

public class SuggestRequestTests
{
    [Theory]
    [InlineData("लाव", null, 8)]
    [InlineData("लाव ", "", 8)]
    [InlineData(" x", "1", 1)]
    [InlineData("x", "20", 20)]
    public void What_was_typed_is_kept_as_it_is(string q, string? size, int expected)
    {
        Assert.True(SuggestRequest.TryCreate(q, size, out var request, out _));
        Assert.Equal((q, expected), (request.Text, request.Size));
    }

    [Theory]
    [InlineData(null, null, "invalid_parameter", "q")]
    [InlineData(" \t", null, "invalid_parameter", "q")]
    [InlineData("x", "0", "invalid_parameter", "size")]
    [InlineData("x", "21", "invalid_parameter", "size")]
    [InlineData("x", "-1", "invalid_parameter", "size")]
    [InlineData("x", "many", "invalid_parameter", "size")]
    [InlineData("x", "99999999999", "invalid_parameter", "size")]
    public void What_cannot_be_answered_is_named(string? q, string? size, string code, string parameter)
    {
        Assert.False(SuggestRequest.TryCreate(q, size, out _, out var problem));
        Assert.Equal((code, parameter), (problem.Code, problem.Parameter));
    }

    [Fact]
    public void A_query_that_is_too_long_is_refused()
    {
        Assert.True(SuggestRequest.TryCreate(new string('क', 1_000), null, out _, out _));
        Assert.False(SuggestRequest.TryCreate(new string('क', 1_001), null, out _, out var problem));
        Assert.Equal("query_too_long", problem.Code);
    }
}
