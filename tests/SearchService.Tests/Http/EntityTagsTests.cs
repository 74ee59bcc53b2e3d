using Microsoft.AspNetCore.Http;
using SearchService.Http;

namespace SearchService.Tests.Http;

public sealed class EntityTagsTests
{
    [Fact]
    public void Generation_and_every_part_decide_the_tag()
    {
        string[] tags =
        [
            EntityTags.Of(1, "a", "b"), EntityTags.Of(2, "a", "b"), EntityTags.Of(1, "a", "c"), EntityTags.Of(1, "ab"), EntityTags.Of(1, "a", "b", ""),
            EntityTags.Of(1, "a", "b", null), EntityTags.Of(1, "ab", ""),
        ];

        Assert.Equal(tags.Length, tags.Distinct().Count());
        Assert.Equal(tags[0], EntityTags.Of(1, "a", "b"));
        Assert.All(tags, tag => Assert.Matches("^W/\"[12]-[0-9a-f]{16}\"$", tag));
    }

    [Theory]
    [InlineData("TAG", true)]
    [InlineData("*", true)]
    [InlineData("\"x\", TAG", true)]
    [InlineData("\"x\"", false)]
    [InlineData("nonsense", false)]
    [InlineData("", false)]
    public void A_tag_is_held_when_it_is_one_of_those_sent(string sent, bool held)
    {
        var tag = EntityTags.Of(7, "q");
        var request = new DefaultHttpContext().Request;
        request.Headers.IfNoneMatch = sent.Replace("TAG", tag, StringComparison.Ordinal);

        Assert.Equal(held, EntityTags.Held(request, tag));
    }

    [Fact]
    public void Weak_and_strong_compare_alike()
    {
        var tag = EntityTags.Of(7, "q");
        var request = new DefaultHttpContext().Request;
        request.Headers.IfNoneMatch = tag[2..];

        Assert.True(EntityTags.Held(request, tag));
    }
}
