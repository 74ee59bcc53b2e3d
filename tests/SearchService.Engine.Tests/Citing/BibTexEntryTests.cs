using System.Text;
using FsCheck.Fluent;
using SearchService.Articles;
using SearchService.Engine.Citing;
using Xunit;

namespace SearchService.Engine.Tests.Citing;

public class BibTexEntryTests
{
    [Fact]
    public void An_entry_holds_what_the_article_says()
    {
        var (type, key, fields) = BibTexReader.Read(CitedArticles.Whole.Cite(CitationFormat.BibTex));

        Assert.Equal(("article", "lavrov-islamabad"), (type, key));
        Assert.Equal("लावरोव ने पाकिस्तान में बातचीत की", fields["title"]);
        Assert.Equal("Lavrov holds talks in Pakistan", fields["titleaddon"]);
        Assert.Equal("सज्जाद हुसैन", fields["author"]);
        Assert.Equal("परीक्षा पत्र", fields["journal"]);
        Assert.Equal(("2021-04-07", "2021", "apr"), (fields["date"], fields["year"], fields["month"]));
        Assert.Equal("https://paper.example/%E0%A4%B2%E0%A4%BE%E0%A4%B5%E0%A4%B0%E0%A5%8B%E0%A4%B5?a=1&b=50%25", fields["url"]);
        Assert.Equal("hindi", fields["langid"]);
        Assert.Equal("रूस, पाकिस्तान", fields["keywords"]);
        Assert.Equal("भाषा, इस्लामाबाद", fields["note"]);
        Assert.Contains("https://archive.example/articles/lavrov-islamabad", fields["howpublished"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_paper_it_is_a_misc() =>
        Assert.Equal("misc", BibTexReader.Read((CitedArticles.Whole with { Source = null }).Cite(CitationFormat.BibTex)).Type);

    [Fact]
    public void Any_headline_comes_back_as_it_was()
    {
        const string Letters = @"\{}$&%#_^~""'@=,क्षनि़ a";
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var headline = "x" + new string([.. Enumerable.Range(0, random.Next(30)).Select(_ => Letters[random.Next(Letters.Length)])]) + "x";
            var entry = new Article { Id = "x", Headline = headline, Source = headline }.Cite(CitationFormat.BibTex);
            var expected = string.Join(' ', headline.Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            var (_, _, fields) = BibTexReader.Read(entry);
            return (fields["title"] == expected && fields["journal"] == expected).Label(entry);
        }).QuickCheckThrowOnFailureWith(500);
    }

    [Fact]
    public void Text_is_NFC()
    {
        // A consonant with nukta is two letters in NFC, as archives keep it.
        var entry = new Article { Id = "x", Headline = "\u095Eिल्म cafe\u0301" }.Cite(CitationFormat.BibTex);
        Assert.Equal("\u092B\u093Cिल्म café", BibTexReader.Read(entry).Fields["title"]);
    }

    [Theory]
    [InlineData("brief-001", "brief-001")]
    [InlineData("समाचार/1", null)]
    [InlineData("a b", null)]
    [InlineData("A1", null)]
    [InlineData("x}", null)]
    public void Keys_are_plain_and_of_one_article(string id, string? expected)
    {
        var key = BibTexEntry.Key(id);
        Assert.Equal(expected ?? key, key);
        Assert.Matches("^[a-z0-9][a-z0-9:._-]*$", key);
        Assert.NotEqual(key, BibTexEntry.Key(id + "x"));
    }
}
