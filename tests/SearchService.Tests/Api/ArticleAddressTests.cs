using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SearchService.Api;

namespace SearchService.Tests.Api;

public sealed class ArticleAddressTests
{
    [Theory]
    [InlineData("simple")]
    [InlineData("समाचार/2021/लेख")]
    [InlineData("a%2Fb")]
    [InlineData("a b+c&d=e;f")]
    [InlineData("https://x.example/?q=1#frag")]
    [InlineData("😀")]
    public void What_is_written_is_read_back(string id)
    {
        Assert.True(TryRead(ArticleAddress.Of("/v1/articles", id), out var read));
        Assert.Equal(id, read);
    }

    [Fact]
    public void The_query_string_is_no_part_of_the_id()
    {
        Assert.True(TryRead("/v1/articles/a?b=/v1/articles/c", out var id));
        Assert.Equal("a", id);
    }

    [Fact]
    public void An_absolute_target_is_read_as_well()
    {
        Assert.True(TryRead("http://host.example/v1/articles/a", out var id));
        Assert.Equal("a", id);
    }

    [Fact]
    public void Ids_are_composed_as_archives_keep_them()
    {
        // U+0928 U+093C composes to U+0929 ऩ.
        Assert.True(TryRead("/v1/articles/" + Uri.EscapeDataString("\u0928\u093C"), out var id));
        Assert.Equal("\u0929", id);
    }

    [Theory]
    [InlineData("/v1/articles/")]
    [InlineData("/v1/articles/a%0A")]
    [InlineData("/v1/articles/%C2%85")]
    [InlineData("/v1/other/a")]
    public void What_is_no_id_is_not_read(string target) => Assert.False(TryRead(target, out _));

    [Fact]
    public void An_id_may_have_1024_characters_and_no_more()
    {
        Assert.True(TryRead("/v1/articles/" + new string('a', 1024), out _));
        Assert.False(TryRead("/v1/articles/" + new string('a', 1025), out _));
    }

    private static bool TryRead(string target, out string? id)
    {
        var context = new DefaultHttpContext();
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        return ArticleAddress.TryRead(context.Request, "/v1/articles", out id);
    }
}
