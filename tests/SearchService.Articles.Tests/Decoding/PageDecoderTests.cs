using System.Text;
using SearchService.Articles.Decoding;

namespace SearchService.Articles.Tests.Decoding;

public sealed class PageDecoderTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_settles_the_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal("शीर्षक", PageDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("शीर्षक")], html: false).Text);
    }

    [Fact]
    public void The_charset_an_html_page_declares_counts() =>
        Assert.Contains("“Price” of €5", PageDecoder.Decode([.. "<meta charset=\"windows-1252\">"u8, 0x93, .. "Price"u8, 0x94, .. " of "u8, 0x80, (byte)'5'], html: true).Text);

    [Fact]
    public void A_page_that_is_utf_8_is_read_so_whatever_it_declares() =>
        Assert.EndsWith("शीर्षक", PageDecoder.Decode([.. "<meta charset=iso-8859-1>"u8, .. "शीर्षक"u8], html: true).Text);

    [Fact]
    public void An_unknown_charset_is_no_hindrance() => Assert.EndsWith("abc", PageDecoder.Decode("<meta charset=x-nonsense>abc"u8, html: true).Text);

    [Fact]
    public void Half_a_utf_16_character_is_refused() => Assert.Contains("utf-16", PageDecoder.Decode([0xFF, 0xFE, 0x15, 0x09, 0x15], html: false).Reason);
}
