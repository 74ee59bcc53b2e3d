using System.Buffers;
using System.Text;
using FsCheck.Fluent;
using SearchService.Articles;
using SearchService.Engine.Exporting;
using SearchService.Engine.Tests.Citing;
using Xunit;

namespace SearchService.Engine.Tests.Exporting;

public class CsvWriterTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")")]
    [InlineData("+91", "'+91")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("क=1", "क=1")]
    [InlineData("'x", "'x")]
    [InlineData("", "")]
    [InlineData("a,\"b\"\r\nc", "a,\"b\"\r\nc")]
    public void A_cell_that_would_be_a_formula_gets_an_apostrophe(string text, string expected) =>
        Assert.Equal(expected, CsvReader.Read(CsvWriter.Cell(text) + "\r\n")[0][0]);

    [Fact]
    public void No_cell_of_any_article_begins_as_a_formula_and_every_text_comes_back()
    {
        const string Letters = "=+-@\t\r\n\",';क ";
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            string Text() => new([.. Enumerable.Range(0, random.Next(6)).Select(_ => Letters[random.Next(Letters.Length)])]);
            var article = new Article { Id = Text() + "x", Headline = Text(), WebTitle = Text(), Body = Text(), Agency = Text(), Tags = [Text(), Text()] };
            var row = CsvReader.Read(Written(new CsvWriter(null, false), article))[1];
            return row.All(cell => cell.Length == 0 || !"=+-@\t\r\n".Contains(cell[0], StringComparison.Ordinal))
                && Same(row[0], article.Id) && Same(row[1], article.Headline) && Same(row[2], article.WebTitle) && Same(row[^1], article.Body);
        }).QuickCheckThrowOnFailureWith(500);

        static bool Same(string cell, string text) => cell == text || cell == "'" + text;
    }

    [Fact]
    public void A_row_has_a_cell_for_every_name()
    {
        var rows = CsvReader.Read(Written(new CsvWriter(_ => CitedArticles.Link, false), CitedArticles.Whole));

        var cells = rows[0].Zip(rows[1]).ToDictionary();
        Assert.Equal("2021-04-07T00:27:42+05:30", cells["publishedAt"]);
        Assert.Equal("रूस; पाकिस्तान", cells["tags"]);
        Assert.Equal(CitedArticles.Link.Address, cells["permalink"]);
        Assert.Equal(CitedArticles.Whole.Url, cells["url"]);
    }

    [Fact]
    public void The_mark_by_which_Excel_tells_UTF_8_is_there_only_if_asked_for()
    {
        Assert.StartsWith("\"id\"", Written(new CsvWriter(null, false), CitedArticles.Whole), StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF\"id\"", Written(new CsvWriter(null, true), CitedArticles.Whole), StringComparison.Ordinal);
    }

    private static string Written(CsvWriter writer, Article article)
    {
        var bytes = new ArrayBufferWriter<byte>();
        writer.Begin(bytes);
        writer.Write(article, bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
