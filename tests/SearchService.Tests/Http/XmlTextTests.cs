using System.Xml.Linq;
using SearchService.Http;

namespace SearchService.Tests.Http;

public sealed class XmlTextTests
{
    [Theory]
    [InlineData("हिन्दी & <b>\t\n", "हिन्दी & <b>\t\n")]
    [InlineData("a\u0000b\u0008c\uFFFEd", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("😀", "😀")]
    public void Only_what_XML_excludes_is_replaced(string text, string expected)
    {
        var clean = XmlText.Clean(text);
        Assert.Equal(expected, clean);
        Assert.Equal(clean, XElement.Parse(new XElement("x", clean).ToString(SaveOptions.DisableFormatting), LoadOptions.PreserveWhitespace).Value);
    }

    [Fact]
    public void Halves_of_surrogate_pairs_are_replaced() => Assert.Equal("a\uFFFDb", XmlText.Clean("a" + (char)0xD83D + "b"));
}
