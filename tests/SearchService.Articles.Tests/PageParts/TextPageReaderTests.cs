namespace SearchService.Articles.Tests.PageParts;

public sealed class TextPageReaderTests
{
    private const string Story = "गांव के तालाब में इस साल पानी भर गया है और लोग खुश हैं।";

    [Fact]
    public void A_headline_and_a_paragraph_are_an_article()
    {
        var article = Fixture.Article($"तालाब भरा\n\n{Story}");
        Assert.Equal(("तालाब भरा", Story, ""), (article.Headline, article.Body, article.WebTitle));
    }

    [Fact]
    public void A_single_sentence_is_a_body_and_a_single_line_without_full_stop_a_headline()
    {
        Assert.Equal(("", Story), Fixture.Article(Story) is var body ? (body.Headline, body.Body) : default);
        Assert.Equal(("तालाब भरा", ""), Fixture.Article("तालाब भरा") is var head ? (head.Headline, head.Body) : default);
    }

    [Fact]
    public void A_page_of_nothing_but_furniture_is_refused()
    {
        var failure = Fixture.Failure("By भाषा | Updated: April 7, 2021 14:27 IST\n\nDisclaimer: कुछ नहीं।");
        Assert.Contains("neither headline nor body", failure.Reason);
        Assert.Contains("By भाषा", failure.Source);
    }

    [Fact]
    public void The_author_before_the_dateline_in_one_line_leaves_the_body()
    {
        var article = Fixture.Article($"तालाब भरा\n\n(मीना राणा) टिहरी, तीन जून (भाषा) {Story}");
        Assert.Equal(("मीना राणा", "टिहरी", "भाषा"), (article.Byline, article.Place, article.Agency));
        Assert.StartsWith("टिहरी, तीन जून (भाषा)", article.Body);
    }

    [Fact]
    public void A_remark_in_brackets_stays_in_the_body() =>
        Assert.EndsWith("(यह खबर अभी बदल रही है)", Fixture.Article($"तालाब भरा\n\n{Story}\n\n(यह खबर अभी बदल रही है)").Body);

    [Fact]
    public void An_address_on_a_line_of_its_own_is_the_url_and_the_id()
    {
        var article = Fixture.Article($"तालाब भरा\n\nURL: https://patra.example/talab\n\n{Story}");
        Assert.Equal(("https://patra.example/talab", "https://patra.example/talab", Story), (article.Url, article.Id, article.Body));
    }

    [Fact]
    public void A_corrected_version_of_a_page_keeps_its_id()
    {
        const string Page = "तालाब भरा\n\nBy भाषा | Updated: June 3, 2021 10:00 IST2021-06-03T09:00:00+5:302021-06-03T10:00:00+5:30\n\n";
        var first = Fixture.Article(Page + Story);
        var corrected = Fixture.Article(Page.Replace("10:00:00", "18:30:00", StringComparison.Ordinal) + Story + " सुधार किया गया।");
        var another = Fixture.Article(Page.Replace("09:00:00", "09:00:01", StringComparison.Ordinal) + Story);
        Assert.Equal(first.Id, corrected.Id);
        Assert.NotEqual(first.UpdatedAt, corrected.UpdatedAt);
        Assert.NotEqual(first.Id, another.Id);
        Assert.StartsWith(DerivedId.Prefix, first.Id);
    }

    [Fact]
    public void An_english_title_standing_alone_is_the_web_title()
    {
        var article = Fixture.Article($"तालाब भरा\n\nVillage pond fills up after years\n\n{Story}");
        Assert.Equal(("Village pond fills up after years", Story), (article.WebTitle, article.Body));
    }
}
