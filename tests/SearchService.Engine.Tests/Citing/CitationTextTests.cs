using SearchService.Articles;
using SearchService.Engine.Citing;
using Xunit;

namespace SearchService.Engine.Tests.Citing;

public class CitationTextTests
{
    private const string Address = "https://paper.example/%E0%A4%B2%E0%A4%BE%E0%A4%B5%E0%A4%B0%E0%A5%8B%E0%A4%B5?a=1&b=50%25";

    [Fact]
    public void Mla_in_English_gives_the_web_title_as_translation_and_short_months()
    {
        Assert.Equal(
            "सज्जाद हुसैन. “लावरोव ने पाकिस्तान में बातचीत की” [Lavrov holds talks in Pakistan]. परीक्षा पत्र, 7 Apr. 2021, " + Address
            + ". News archive, https://archive.example/articles/lavrov-islamabad.",
            CitedArticles.Whole.Cite(CitationFormat.Mla));
    }

    [Fact]
    public void Mla_in_Hindi_gives_Hindi_months_and_no_translation()
    {
        Assert.Equal(
            "सज्जाद हुसैन. “लावरोव ने पाकिस्तान में बातचीत की.” परीक्षा पत्र, 7 अप्रैल 2021, " + Address
            + ". News archive, https://archive.example/articles/lavrov-islamabad.",
            CitedArticles.Whole.Cite(CitationFormat.Mla, CitationLanguage.Hindi));
    }

    [Fact]
    public void Apa_gives_the_day_behind_the_author_and_the_permalink_last()
    {
        Assert.Equal(
            "सज्जाद हुसैन. (2021, April 7). लावरोव ने पाकिस्तान में बातचीत की [Lavrov holds talks in Pakistan]. परीक्षा पत्र. News archive. https://archive.example/articles/lavrov-islamabad",
            CitedArticles.Whole.Cite(CitationFormat.Apa));
        Assert.Equal(
            "सज्जाद हुसैन. (2021, 7 अप्रैल). लावरोव ने पाकिस्तान में बातचीत की. परीक्षा पत्र. " + Address,
            CitedArticles.Whole.Cite(CitationFormat.Apa, CitationLanguage.Hindi, linked: false));
    }

    [Theory]
    [InlineData("क्या बारिश होगी?", "“क्या बारिश होगी?”")]
    [InlineData("बारिश हुई।", "“बारिश हुई।”")]
    [InlineData("बारिश", "“बारिश.”")]
    public void A_headline_with_a_mark_of_its_own_gets_no_full_stop(string headline, string expected)
    {
        var article = new Article { Id = "x", Headline = headline };
        Assert.Equal(expected, article.Cite(CitationFormat.Mla, linked: false));
    }

    [Fact]
    public void A_translation_leaves_its_full_stop_before_the_bracket()
    {
        var article = new Article { Id = "x", Headline = "बारिश हुई।", WebTitle = "It rained." };
        Assert.Equal("“बारिश हुई।” [It rained].", article.Cite(CitationFormat.Mla, linked: false));
        Assert.Equal("बारिश हुई। [It rained]. (n.d.).", article.Cite(CitationFormat.Apa, linked: false));
    }

    [Fact]
    public void What_is_missing_is_left_out_and_the_headline_takes_the_place_of_the_author()
    {
        var bare = new Article { Id = "x", Body = "पाठ", WebTitle = "Rain" };
        Assert.Equal("Rain. (n.d.).", bare.Cite(CitationFormat.Apa, linked: false));
        Assert.Equal("Rain. (तिथि अज्ञात).", bare.Cite(CitationFormat.Apa, CitationLanguage.Hindi, linked: false));
        Assert.Equal("“Rain.”", bare.Cite(CitationFormat.Mla, linked: false));
        Assert.Equal("", new Article { Id = "x", Body = "पाठ" }.Cite(CitationFormat.Mla, linked: false));
    }

    [Fact]
    public void The_agency_is_the_author_where_nobody_else_is()
    {
        Assert.StartsWith("भाषा. (2021", (CitedArticles.Whole with { Byline = null }).Cite(CitationFormat.Apa), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_is_one_line_whatever_the_article_holds()
    {
        var article = CitedArticles.Whole with { Headline = "एक\r\nदो\u0000\tतीन\u2028चार \ud800", Byline = " \n " };
        foreach (var format in (CitationFormat[])[CitationFormat.Mla, CitationFormat.Apa])
        {
            var text = article.Cite(format);
            Assert.DoesNotContain(text, char.IsControl);
            Assert.Contains("एक दो तीन चार \ufffd", text, StringComparison.Ordinal);
        }
    }
}
