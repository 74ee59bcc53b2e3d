using System.Text;
using System.Text.Json;

namespace SearchService.Articles.Tests;

public sealed class ArticleJsonTests
{
    private static readonly Article Sample = Fixture.Page("page.txt");

    [Fact]
    public void An_article_comes_back_as_it_was_written()
    {
        var article = Sample with { Tags = ["क", "ख"], Url = "https://p.example/1", Extra = new Dictionary<string, JsonElement> { ["views"] = Json("7") } };
        var again = ArticleJson.Deserialize(ArticleJson.Serialize(article));
        Assert.Equal(ArticleJson.Serialize(article), ArticleJson.Serialize(again));
        Assert.Equal((article.Headline, article.PublishedAt, 7), (again.Headline, again.PublishedAt, again.Extra!["views"].GetInt32()));
    }

    [Fact]
    public void Hindi_is_written_readable_and_absent_values_are_left_out()
    {
        var json = Encoding.UTF8.GetString(ArticleJson.Serialize(new Article { Id = "1", Headline = "लावरोव's <b>" }));
        Assert.Equal("{\"id\":\"1\",\"headline\":\"लावरोव's <b>\",\"webTitle\":\"\",\"body\":\"\",\"tags\":[]}", json);
    }

    [Fact]
    public void A_written_article_is_a_line_that_the_reader_takes()
    {
        var outcome = ArticleReader.ReadLine(ArticleJson.Serialize(Sample), "f", 1);
        Assert.Equal(ArticleJson.Serialize(Sample), ArticleJson.Serialize(outcome.Article!));
    }

    [Fact]
    public void The_hash_does_not_depend_on_the_order_of_unknown_members_and_changes_with_every_part()
    {
        var one = Sample with { Extra = new Dictionary<string, JsonElement> { ["a"] = Json("1"), ["b"] = Json("2") } };
        var other = Sample with { Extra = new Dictionary<string, JsonElement> { ["b"] = Json("2"), ["a"] = Json("1") } };
        Assert.Equal(ArticleJson.ContentHash(one), ArticleJson.ContentHash(other));
        Article[] changed =
        [
            one, Sample with { Id = "x" }, Sample with { Body = Sample.Body + "।" }, Sample with { UpdatedAt = null }, Sample with { Tags = ["क"] }, Sample with { Disclaimer = null },
            Sample with { Place = "x" }, Sample with { Source = null }, Sample with { Language = "hi" },
        ];
        Assert.Equal(changed.Length + 1, changed.Append(Sample).Select(article => Convert.ToHexString(ArticleJson.ContentHash(article))).Distinct().Count());
    }

    [Fact]
    public void What_is_no_article_is_no_article()
    {
        Assert.Throws<JsonException>(() => ArticleJson.Deserialize("null"u8));
        Assert.Throws<JsonException>(() => ArticleJson.Deserialize("{\"headline\":\"क\"}"u8));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
