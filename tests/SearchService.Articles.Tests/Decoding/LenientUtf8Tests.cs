using System.Text;
using SearchService.Articles.Decoding;

namespace SearchService.Articles.Tests.Decoding;

public sealed class LenientUtf8Tests
{
    [Fact]
    public void Stray_windows_bytes_become_the_quotes_and_letters_they_are()
    {
        byte[] bytes = [0x91, 0x91, .. "क्या कैफे "u8, (byte)'c', (byte)'a', (byte)'f', 0xE9, (byte)' ', .. "खुला है"u8, 0x92, 0x92, .. " पूछा गया"u8];
        Assert.Equal("‘‘क्या कैफे café खुला है’’ पूछा गया", LenientUtf8.Decode(bytes).Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_character_that_breaks_off_is_refused_with_its_line(int missing)
    {
        var bytes = Encoding.UTF8.GetBytes("पहली\nदूसरी क");
        var decoded = LenientUtf8.Decode(bytes.AsSpan(0, bytes.Length - missing));
        Assert.Null(decoded.Text);
        Assert.Equal(2, decoded.Line);
    }

    [Fact]
    public void A_character_that_breaks_off_inside_the_text_is_refused() =>
        Assert.Contains("breaks off", LenientUtf8.Decode([.. "क"u8, 0xE0, 0xA4, .. " ख"u8]).Reason);

    [Fact]
    public void A_byte_that_no_encoding_knows_is_refused() => Assert.Contains("0x81", LenientUtf8.Decode([.. "कखगघङचछजझ"u8, 0x81]).Reason);

    [Fact]
    public void Text_in_another_8_bit_encoding_is_refused() =>
        Assert.Contains("too many bytes", LenientUtf8.Decode([0xB3, 0xCF, (byte)' ', 0xB4, 0xCF, (byte)' ', 0xB3, 0xB3]).Reason);
}
