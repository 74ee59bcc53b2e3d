using SearchService.Commands;

namespace SearchService.Tests.Commands;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("\u001b[31mred\u0007", " [31mred ")]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("\u202Eabc\u202C\u2066d", "abcd")]
    [InlineData("क\u200Dष \u200Cहिंदी ज़", "क\u200Dष \u200Cहिंदी ज़")]
    public void What_steers_a_terminal_is_taken_out_and_joiners_stay(string text, string line) => Assert.Equal(line, Printable.Line(text));

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("हिंदी", 4)]
    [InlineData("लावरोव", 6)]
    [InlineData("", 0)]
    public void Marks_above_and_below_take_no_column(string text, int columns) => Assert.Equal(columns, Printable.Columns(text));
}
