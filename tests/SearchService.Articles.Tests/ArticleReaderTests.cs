using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SearchService.Articles.Tests.JsonLines;

namespace SearchService.Articles.Tests;

public sealed class ArticleReaderTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "\"headline\":", "\"क\"", "[", "\n", "\r\n", "<", "<p>", "</p>", "<html", "<script>", ">", "&", "&nbsp;", "By भाषा | Updated: ", "2021-04-07T14:27:42+5:30", "Disclaimer:",
        "Web Title: ", "(", ")", "|", "इस्लामाबाद, सात अप्रैल ", "विश्व से जुड़ी खबर पढ़ें", "\u0000", "\u202E", "\uFEFF", "\uFFFF", "April 31, 2021", "+", "https://x.example/", "\u0301", "क\u094D", "31",
    ];

    [Theory]
    [InlineData("{\"headline\":\"क\"}", "page.txt", "क")]
    [InlineData("\n {\"headline\":\"क\"}\n", "page", "क")]
    [InlineData("<html><body><h1>क</h1></body></html>", "page.txt", "क")]
    [InlineData("<!-- x --><article><h1>क</h1><p>ख ग घ।</p></article>", "page", "क")]
    [InlineData("HTTP/1.1 200\n<!DOCTYPE html><h1>क</h1>", "page", "क")]
    [InlineData("क\n\nख ग घ।", "page.html", "क")]
    [InlineData("{कोष्ठक} से शुरू\n\nख ग घ।", "page", "{कोष्ठक} से शुरू")]
    [InlineData("[वीडियो] से शुरू\n\nख ग घ।", "page.json", "[वीडियो] से शुरू")]
    [InlineData("<b>क</b>\n\nख ग घ।", "page", "<b>क</b>")]
    public void The_content_settles_the_format(string text, string file, string headline) => Assert.Equal(headline, Fixture.Article(text, file).Headline);

    [Fact]
    public void A_format_the_caller_knows_is_kept() =>
        Assert.Equal("{\"headline\":\"क\"}", Fixture.Article("{\"headline\":\"क\"}", format: PageFormat.Text).Headline);

    [Fact]
    public void An_empty_export_has_no_outcomes_and_an_empty_page_is_refused()
    {
        Assert.Empty(Fixture.Read("\n \n", "export.jsonl"));
        Assert.Empty(Fixture.Read("", format: PageFormat.JsonLines));
        Assert.Contains("empty", Fixture.Failure("").Reason);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void An_export_in_utf_16_is_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var outcomes = Fixture.Read([.. encoding.GetPreamble(), .. encoding.GetBytes("{\"body\":\"क\"}\n{\"body\":\"ख\"}\n")]);
        Assert.Equal(["क", "ख"], outcomes.Select(outcome => outcome.Article!.Body));
    }

    [Fact]
    public void A_page_over_the_limit_is_refused_without_reading_on()
    {
        using var stream = new PieceStream(Encoding.UTF8.GetBytes("शीर्षक\n\n"), 1 << 16, filler: 100 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var failure = Assert.Single(ArticleReader.Read(stream, "big.txt", limits: new ReadLimits { MaxPageBytes = 1 << 20 })).Failure!;
        Assert.Contains("larger than 1048576 bytes", failure.Reason);
        Assert.InRange(Encoding.UTF8.GetByteCount(failure.Source!), 1, 64 << 10);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10 << 20);
        Assert.True(stream.Read(new byte[1]) > 0);
    }

    [Fact]
    public void A_stream_that_breaks_is_a_refusal()
    {
        using var stream = new PieceStream([.. "abc"u8], 8, breaks: true);
        Assert.Contains("The disk is gone.", Assert.Single(ArticleReader.Read(stream, "f")).Failure!.Reason);
    }

    [Fact]
    public void Any_bytes_give_outcomes_and_never_an_exception() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<PageFormat>(), (bytes, format) => IsAnswered(bytes, format)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_pieces_of_pages_give_outcomes_and_never_an_exception() =>
        Prop.ForAll(Arb.From(Gen.Elements(Pieces).ArrayOf()), ArbMap.Default.ArbFor<PageFormat>(), (pieces, format) => IsAnswered(Encoding.UTF8.GetBytes(string.Concat(pieces)), format))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_page_with_any_byte_changed_or_cut_off_anywhere_is_answered()
    {
        var page = File.ReadAllBytes(Path.Combine(Fixture.Folder, "page.txt"));
        for (var at = 0; at < page.Length; at += 7)
        {
            Assert.True(IsAnswered(page[..at], PageFormat.Auto));
            var changed = (byte[])page.Clone();
            changed[at] ^= (byte)(1 << (at % 8));
            Assert.True(IsAnswered(changed, PageFormat.Auto));
        }
    }

    private static bool IsAnswered(byte[] bytes, PageFormat format)
    {
        var outcomes = Fixture.Read(bytes, "f", format);
        return (outcomes.Count > 0 || format == PageFormat.JsonLines) && outcomes.TrueForAll(outcome =>
            outcome.Article is { } article
                ? article.Id.Length > 0 && article.Headline.Length + article.Body.Length > 0 && ArticleJson.Deserialize(ArticleJson.Serialize(article)).Body == article.Body
                : outcome.Failure!.Reason.Length > 0);
    }
}
