using SearchService.Engine.Exporting;
using Xunit;

namespace SearchService.Engine.Tests.Exporting;

public class TableCellTests
{
    [Theory]
    [InlineData("रूस", "रूस")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("“क” \"ख\"", "\"“क” \"\"ख\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+91", "'+91")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\"=1\"", "\"'\"\"=1\"\"\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("", "")]
    [InlineData("रूस-चीन", "रूस-चीन")]
    public void A_cell_of_CSV_is_quoted_and_never_a_formula(string text, string expected) => Assert.Equal(expected, TableCell.Csv(text));

    [Theory]
    [InlineData("a\tb\r\nc", "a b  c")]
    [InlineData("=1\t", "'=1 ")]
    [InlineData("\"क\"", "\"क\"")]
    public void A_cell_of_TSV_is_on_one_line_and_never_a_formula(string text, string expected) => Assert.Equal(expected, TableCell.Tsv(text));
}
