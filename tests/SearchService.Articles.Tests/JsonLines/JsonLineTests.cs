using System.Text;
using SearchService.Articles.JsonLines;

namespace SearchService.Articles.Tests.JsonLines;

public sealed class JsonLineTests
{
    [Fact]
    public void Every_member_of_the_contract_is_read_and_unknown_ones_are_kept()
    {
        var article = Read("""{"id":"7","url":"https://p.example/7","headline":"क","webTitle":"Web","body":"ख\n\nग","publishedAt":"2021-04-07T14:27:42","updatedAt":"2021-04-07T09:00:00Z","category":"विश्व","agency":"भाषा","byline":"मीना","place":"पटना","dateline":"पटना, दो मई","tags":["अ"," "],"language":"hi","source":"पत्र","disclaimer":"नोट","views":7,"more":{"a":[1]}}""");
        Assert.Equal(("7", "https://p.example/7", "क", "Web", "ख\nग"), (article.Id, article.Url, article.Headline, article.WebTitle, article.Body));
        Assert.Equal(TimeSpan.FromMinutes(330), article.PublishedAt!.Value.Offset);
        Assert.Equal(TimeSpan.Zero, article.UpdatedAt!.Value.Offset);
        Assert.Equal(("विश्व", "भाषा", "मीना", "पटना", "पटना, दो मई"), (article.Category, article.Agency, article.Byline, article.Place, article.Dateline));
        Assert.Equal(("hi", "पत्र", "नोट"), (article.Language, article.Source, article.Disclaimer));
        Assert.Equal(["अ"], article.Tags);
        Assert.Equal(["7", "{\"a\":[1]}"], article.Extra!.OrderByDescending(extra => extra.Key).Select(extra => extra.Value.GetRawText()));
    }

    [Fact]
    public void Id_is_the_given_one_then_the_url_then_a_hash()
    {
        Assert.Equal("https://p.example/x", Read("""{"headline":"क","url":"https://p.example/x"}""").Id);
        Assert.Equal("42", Read("""{"id":42,"headline":"क","url":"https://p.example/x"}""").Id);
        Assert.StartsWith(DerivedId.Prefix, Read("""{"id":" ","headline":"क","url":"javascript:alert(1)"}""").Id);
    }

    [Fact]
    public void An_address_that_is_not_of_the_web_is_not_kept() => Assert.Null(Read("""{"headline":"क","url":"javascript:alert(1)"}""").Url);

    [Fact]
    public void A_dateline_is_read_from_the_body_where_no_member_gives_it()
    {
        var article = Read("""{"body":"पटना, दो मई बिहार में बारिश हुई।","place":null}""");
        Assert.Equal(("पटना", "पटना, दो मई"), (article.Place, article.Dateline));
    }

    [Theory]
    [InlineData("""{"headline":5}""", "\"headline\": A number")]
    [InlineData("""{"headline":"क","body":{}}""", "\"body\": An object")]
    [InlineData("""{"headline":"क","tags":"अ"}""", "\"tags\": A string")]
    [InlineData("""{"headline":"क","tags":[1]}""", "\"tags\": A number")]
    [InlineData("""{"headline":"क","publishedAt":1617785862}""", "\"publishedAt\": A number")]
    [InlineData("""{"headline":"क","publishedAt":"07/04/2021"}""", "\"publishedAt\": \"07/04/2021\"")]
    [InlineData("""{"headline":"क","updatedAt":"2021-02-31"}""", "\"updatedAt\"")]
    [InlineData("""{"id":"1","headline":" ","body":null}""", "Neither \"headline\" nor \"body\"")]
    [InlineData("""{"headline":"क"} {"headline":"ख"}""", "near byte")]
    [InlineData("""{"headline":"क" """, "near byte")]
    [InlineData("""{"headline":"\ud800"}""", "half a character")]
    [InlineData("""["क"]""", "An array where")]
    [InlineData("null", "null where")]
    [InlineData("शीर्षक", "near byte 1")]
    public void What_is_no_article_is_refused_by_member_and_expectation(string line, string reason)
    {
        var failure = JsonLine.Read(Encoding.UTF8.GetBytes(line), "f", 12).Failure!;
        Assert.Equal(("f", 12, line), (failure.File, failure.Line, failure.Source));
        Assert.Contains(reason, failure.Reason);
    }

    [Fact]
    public void Windows_quotes_in_a_line_are_read() =>
        Assert.Equal("‘क’ कहा गया है", JsonLine.Read([.. "{\"headline\":\""u8, 0x91, .. "क"u8, 0x92, .. " कहा गया है\"}"u8], "f", 1).Article!.Headline);

    [Fact]
    public void Unknown_members_of_any_content_can_be_written_again()
    {
        var outcome = JsonLine.Read([.. "{\"headline\":\"क\",\"x\":\""u8, 0x93, .. "\\ud83d\\ude00 मूल पाठ यहाँ\",\"y\":[null,{\"z\":1e400}]}"u8], "f", 1);
        Assert.Contains("“", Encoding.UTF8.GetString(ArticleJson.Serialize(outcome.Article!)));
        Assert.Contains("half a character", JsonLine.Read(Encoding.UTF8.GetBytes("""{"headline":"क","x":["\ud800"]}"""), "f", 1).Failure!.Reason);
    }

    private static Article Read(string line)
    {
        var outcome = JsonLine.Read(Encoding.UTF8.GetBytes(line), "f", 1);
        return outcome.Article ?? throw new InvalidOperationException(outcome.Failure!.Reason);
    }
}
