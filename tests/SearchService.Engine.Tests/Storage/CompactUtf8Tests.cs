using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SearchService.Engine.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Storage;

public sealed class CompactUtf8Tests
{
    [Fact]
    public void Any_text_without_control_characters_comes_back_byte_for_byte() =>
        Prop.ForAll<string?>(text =>
        {
            var utf8 = Encoding.UTF8.GetBytes(new string([.. (text ?? "").Where(character => character >= ' ')]));
            Assert.Equal(utf8, Unpacked(Packed(utf8)));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("विश्व", 5)]
    [InlineData("‘‘वे’’ – U.S.", 18)]
    [InlineData("é", 3)]
    [InlineData("𝄞ꣲ", 9)]
    public void A_Devanagari_letter_takes_one_byte_and_a_quotation_mark_two(string text, int bytes)
    {
        var packed = Packed(Encoding.UTF8.GetBytes(text));

        Assert.Equal(bytes, packed.Length);
        Assert.Equal(text, Encoding.UTF8.GetString(Unpacked(packed)));
    }

    [Theory]
    [InlineData(new byte[] { 1 })]
    [InlineData(new byte[] { 1, 0xF0, 0x9D })]
    [InlineData(new byte[] { 2 })]
    [InlineData(new byte[] { 0, 65 })]
    public void What_is_cut_short_or_of_another_code_is_refused(byte[] packed) =>
        Assert.Throws<InvalidDataException>(() => Unpacked(packed));

    private static byte[] Packed(byte[] utf8)
    {
        var packed = new byte[CompactUtf8.MostPacked(utf8.Length)];
        return packed[..CompactUtf8.Pack(utf8, packed)];
    }

    private static byte[] Unpacked(byte[] packed)
    {
        var utf8 = new byte[packed.Length * 3];
        return utf8[..CompactUtf8.Unpack(packed, utf8)];
    }
}
