using SearchService.Articles;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Language.Segmentation;
using Xunit;

namespace SearchService.Engine.Tests.Highlighting;

public class HighlighterTests
{
    private const string Filler = "मौसम साफ रहा और लोग अपने काम पर गए। बाजार भी समय पर खुले और यातायात सामान्य रहा। ";

    [Fact]
    public void MarksHeadlineWebTitleAndBody()
    {
        var highlights = Highlights("लावरोव lavrov", new()
        {
            Id = "a",
            Headline = "लावरोव पहुंचे इस्लामाबाद",
            WebTitle = "Lavrov's visit to Islamabad",
            Body = "रूसी मंत्री लावरोव ने वार्ता की।",
        });

        Assert.Equal("<mark>लावरोव</mark> पहुंचे इस्लामाबाद", Assert.Single(highlights, h => h.Field == "headline").Html);
        Assert.Equal("<mark>Lavrov&#39;s</mark> visit to Islamabad", Assert.Single(highlights, h => h.Field == "webTitle").Html);
        Assert.Equal("रूसी मंत्री <mark>लावरोव</mark> ने वार्ता की।", Assert.Single(highlights, h => h.Field == "body").Html);
    }

    [Fact]
    public void ShowsThePassageThatCoversMostConceptsNotTheFirstHit()
    {
        var body = "लावरोव सोमवार को आए। " + string.Concat(Enumerable.Repeat(Filler, 6)) + "लावरोव ने गैस पाइपलाइन की समीक्षा की। " + string.Concat(Enumerable.Repeat(Filler, 6));

        var best = Highlights("लावरोव गैस पाइपलाइन", new() { Id = "a", Body = body })[0];

        Assert.StartsWith("लावरोव ने गैस पाइपलाइन की समीक्षा की।", best.Text, StringComparison.Ordinal);
        Assert.Equal(["लावरोव", "गैस", "पाइपलाइन"], best.Spans.Select(span => best.Text.Substring(span[0], span[1])));
    }

    [Fact]
    public void AddsAPassageForWhatTheFirstLeftOut()
    {
        var body = "लावरोव ने वार्ता की। " + string.Concat(Enumerable.Repeat(Filler, 6)) + "कुरैशी ने चाय पिलाई। " + Filler;

        var passages = Highlights("लावरोव वार्ता कुरैशी", new() { Id = "a", Body = body });

        Assert.Equal(2, passages.Count);
        Assert.Contains("<mark>लावरोव</mark>", passages[0].Html, StringComparison.Ordinal);
        Assert.Contains("<mark>कुरैशी</mark>", passages[1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public void MarksWordsOfAPhraseOnlyWhereThePhraseStands()
    {
        var body = Assert.Single(Highlights("\"विदेश मंत्री\"", new() { Id = "a", Body = "मंत्री विदेश गए। विदेश मंत्री लौटे। मंत्री ने कहा।" }));

        Assert.Equal("मंत्री विदेश गए। <mark>विदेश</mark> <mark>मंत्री</mark> लौटे। मंत्री ने कहा।", body.Html);
    }

    [Fact]
    public void MarksNothingOfAClauseThatDoesNotMatch()
    {
        var body = Assert.Single(Highlights("रूस OR (चीन AND जापान)", new() { Id = "a", Body = "रूस और चीन की बैठक।" }));

        Assert.Equal("<mark>रूस</mark> और चीन की बैठक।", body.Html);
    }

    [Fact]
    public void EscapesTheArticleAndAddsNoTagButMark()
    {
        var headline = Highlights("बाढ़", new() { Id = "a", Headline = "<script>alert('बाढ़')</script> & \"बाढ़\"" }).Single(h => h.Field == "headline");

        Assert.Equal("&lt;script&gt;alert(&#39;<mark>बाढ़</mark>&#39;)&lt;/script&gt; &amp; &quot;<mark>बाढ़</mark>&quot;", headline.Html);
    }

    [Theory]
    [InlineData("बाढ़", "बाढ\u093C से नुकसान")] // nukta as its own code point
    [InlineData("ज़मीन", "\u095Bमीन पर")] // U+095B, which NFC takes apart
    [InlineData("क्षेत्र", "क्\u200Dषेत्र में")] // ZWJ inside a conjunct
    [InlineData("हिंदी", "हिन्दी दिवस")] // homorganic nasal
    [InlineData("अंग्रेजी", "अंग्रेज़ी में")]
    [InlineData("2019", "२०१९ में")]
    public void MarksWholeSyllablesHoweverTheyAreCoded(string query, string body)
    {
        var highlight = Assert.Single(Highlights(query, new() { Id = "a", Body = body }));

        var span = Assert.Single(highlight.Spans);
        Assert.Equal(0, span[0]);
        Assert.Equal(body.IndexOf(' ', StringComparison.Ordinal), span[1]);
        Assert.True(Syllables.IsBoundary(highlight.Text, span[0] + span[1]));
    }

    [Fact]
    public void ABodyWithoutAMatchShowsItsOpening()
    {
        var body = Highlights("headline:लावरोव", new() { Id = "a", Headline = "लावरोव", Body = string.Concat(Enumerable.Repeat(Filler, 20)) }).Single(h => h.Field == "body");

        Assert.Empty(body.Spans);
        Assert.InRange(body.Text.Length, 100, 320);
        Assert.EndsWith("।", body.Text.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void ASentenceWithoutEndIsCutBetweenWords()
    {
        var words = string.Join(' ', Enumerable.Repeat("कख", 400));
        var body = Assert.Single(Highlights("लावरोव", new() { Id = "a", Body = words + " लावरोव " + words }));

        Assert.InRange(body.Text.Length, 100, 320);
        Assert.Contains("<mark>लावरोव</mark>", body.Html, StringComparison.Ordinal);
        Assert.All(body.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => Assert.True(word is "कख" or "लावरोव", word));
    }

    [Fact]
    public void MarksAWholeArticleForReading()
    {
        var article = new Article { Id = "a", Headline = "रूस", Body = string.Concat(Enumerable.Repeat(Filler, 9)) + "रूस" };
        using var archive = new TestArchive(article);
        Assert.True(SearchRequest.TryCreate(new() { Q = "रूस" }, out var request, out _));

        var marked = archive.Archive.Mark(article, request);

        Assert.Equal(["headline", "body"], marked.Select(h => h.Field));
        Assert.Equal(article.Body, marked[1].Text);
    }

    private static List<Highlight> Highlights(string query, Article article)
    {
        using var archive = new TestArchive(article);
        return [.. Assert.Single(archive.Search(query).Hits).Highlights];
    }
}
