using SearchService.Articles;
using SearchService.Engine.Querying;
using Xunit;

namespace SearchService.Engine.Tests.Results;

public class SearchTests
{
    private static readonly Article Talks = new()
    {
        Id = "talks",
        Headline = "लावरोव पहुंचे इस्लामाबाद, कुरैशी से वार्ता",
        WebTitle = "Lavrov in Islamabad for talks with Qureshi",
        Body = "इस्लामाबाद, सात अप्रैल रूस के विदेश मंत्री लावरोव ने पाकिस्तान में वार्ता की।\nदोनों मंत्रियों ने गैस पाइपलाइन पर भी चर्चा की।",
        Category = "विश्व",
        Agency = "भाषा",
        Place = "इस्लामाबाद",
        PublishedAt = new(2021, 4, 7, 14, 27, 42, new(5, 30, 0)),
    };

    private static readonly Article Floods = new()
    {
        Id = "floods",
        Headline = "बाढ़ से जनजीवन अस्त-व्यस्त, राहत शिविर खोले गये",
        WebTitle = "Floods hit life, relief camps opened",
        Body = "पटना, 12 अगस्त बिहार में बाढ़ के बाद राहत और बचाव के काम में तेजी आयी है।\nपाकिस्तान में भी बाढ़ आयी है।",
        Category = "मौसम",
        Agency = "पीटीआई-भाषा",
        Place = "पटना",
        PublishedAt = new(2017, 8, 12, 9, 0, 0, new(5, 30, 0)),
    };

    private static readonly Article Match = new()
    {
        Id = "match",
        Headline = "भारत ने पाकिस्तान को सात विकेट से हराया",
        WebTitle = "India beat Pakistan by seven wickets",
        Body = "मैनचेस्टर, 16 जून भारत ने विश्व कप के मैच में पाकिस्तान को हराया। मंत्री ने टीम को बधाई दी।",
        Category = "खेल",
        Agency = "भाषा",
        PublishedAt = new(2019, 6, 16, 23, 0, 0, new(5, 30, 0)),
    };

    [Fact]
    public void PutsTheArticleWithAllOfTheWordsFirst()
    {
        using var archive = new TestArchive(Floods, Match, Talks);

        var response = archive.Search("लावरोव पाकिस्तान");

        Assert.Equal("talks", response.Hits[0].Id);
        Assert.Equal(3, response.Total.Value);
        Assert.Equal("eq", response.Total.Relation);
        Assert.Empty(response.Warnings);
        Assert.Equal(["लावरोव", "पाकिस्तान"], response.Query.Interpretations.Select(i => i.Word));
    }

    [Theory]
    [InlineData("मंत्रियों", "talks", "match")]
    [InlineData("=मंत्रियों", "talks")]
    [InlineData("गए", "floods")]
    [InlineData("\"विदेश मंत्री\"", "talks")]
    [InlineData("\"विदेश वार्ता\"")]
    [InlineData("बाढ़ NEAR/3 बचाव")]
    [InlineData("बाढ़ NEAR/5 बचाव", "floods")]
    [InlineData("headline:पाकिस्तान", "match")]
    [InlineData("title:pakistan", "match")]
    [InlineData("+पाकिस्तान -बाढ़ -भारत", "talks")]
    [InlineData("पाकिस्तान AND (बाढ़ OR लावरोव)", "talks", "floods")]
    [InlineData("पाकिस्तान NOT बाढ़", "talks", "match")]
    [InlineData("category:खेल", "match")]
    [InlineData("category:\"  खेल \"", "match")]
    [InlineData("category:\" \"")]
    [InlineData("पाकिस्तान category:विश्व", "talks")]
    [InlineData("agency:\"PTI-Bhasha\"", "talks", "floods", "match")]
    [InlineData("place:इस्लामाबाद OR place:पटना", "talks", "floods")]
    [InlineData("date:2019", "match")]
    [InlineData("date:2017-08..2019-06", "floods", "match")]
    [InlineData("पाकिस्ता*", "talks", "floods", "match")]
    [InlineData("अस्त-व्यस्त", "floods")]
    [InlineData("\"अस्त व्यस्त\"", "floods")]
    [InlineData("-पाकिस्तान")]
    [InlineData("", "talks", "floods", "match")]
    public void FindsWhatTheQueryLanguageSays(string query, params string[] expected)
    {
        using var archive = new TestArchive(Talks, Floods, Match);

        Assert.Equal(expected.Order(), archive.Ids(query).Order());
    }

    [Fact]
    public void HalfACharacterIsOnlyNotFound()
    {
        // A lone surrogate has no normal form; written out here because an attribute's text cannot hold one.
        var half = new string('\uD800', 1);
        using var archive = new TestArchive(Talks, Floods, Match);

        Assert.Empty(archive.Ids("category:" + half));
        Assert.Equal(["talks"], archive.Ids(half + " लावरोव"));
        Assert.Equal(0, archive.Search("पाकिस्तान", p => p with { Category = [half] }).Total.Value);
    }

    [Fact]
    public void CountsFacetsAndTotals()
    {
        using var archive = new TestArchive(Talks, Floods, Match);

        var response = archive.Search("पाकिस्तान", p => p with { Facets = "agency,year,place", PageSize = "1" });

        Assert.Equal(3, response.Total.Value);
        Assert.Single(response.Hits);
        // पीटीआई-भाषा is भाषा.
        Assert.Equal([("भाषा", 3)], response.Facets["agency"].Select(f => (f.Value, f.Count)));
        Assert.Equal(["2017", "2019", "2021"], response.Facets["year"].Select(f => f.Value).Order());
        Assert.Equal(2, response.Facets["place"].Count);
    }

    [Fact]
    public void FiltersNarrowAndValuesOfOneFilterWiden()
    {
        using var archive = new TestArchive(Talks, Floods, Match);

        Assert.Equal(2, archive.Search("पाकिस्तान", p => p with { Category = ["विश्व", "खेल"] }).Total.Value);
        Assert.Equal(1, archive.Search("पाकिस्तान", p => p with { Category = ["विश्व", "खेल"], From = "2020" }).Total.Value);
        Assert.Equal(1, archive.Search("पाकिस्तान", p => p with { To = "2017-08-12" }).Total.Value);
    }

    [Theory]
    [InlineData("newest", "talks", "match", "floods")]
    [InlineData("oldest", "floods", "match", "talks")]
    public void SortsByDateWhenAsked(string sort, params string[] expected)
    {
        using var archive = new TestArchive(Floods, Talks, Match);

        Assert.Equal([.. expected, "undated"], SortedWithUndated(archive, sort));
    }

    [Fact]
    public void SaysHowEachWordWasRead()
    {
        using var archive = new TestArchive(Talks, Floods, Match);

        var forms = archive.Search("मंत्री").Query.Interpretations.Single().Forms;

        Assert.Equal(("मंत्री", 1.0, "exact", 2), (forms[0].Text, forms[0].Weight, forms[0].Reason, forms[0].Articles));
        Assert.Contains(forms, form => form is { Text: "मंत्रियों", Reason: "inflection", Articles: 1, Weight: < 1 });
    }

    [Fact]
    public void OnePageOfWordsIsCutWithAWarning()
    {
        using var archive = new TestArchive(Talks);

        var response = archive.Search(string.Join(' ', Enumerable.Repeat("लावरोव", 400)));

        Assert.Equal("query_cut", Assert.Single(response.Warnings).Code);
        Assert.Single(response.Hits);
    }

    [Fact]
    public void BadSyntaxIsReadAsWordsOnlyWhenAskedTo()
    {
        using var archive = new TestArchive(Talks);

        Assert.False(SearchRequest.TryCreate(new() { Q = "(लावरोव" }, out _, out var problem));
        Assert.Equal(("query_syntax", 0), (problem.Code, problem.Position));
        var response = archive.Search("(लावरोव", p => p with { Lenient = true });
        Assert.Equal("read_as_words", Assert.Single(response.Warnings).Code);
        Assert.Single(response.Hits);
    }

    private static string[] SortedWithUndated(TestArchive archive, string sort)
    {
        archive.Add(new Article { Id = "undated", Headline = "पाकिस्तान" });
        return [.. archive.Search("पाकिस्तान", p => p with { Sort = sort }).Hits.Select(hit => hit.Id)];
    }
}
