using System.Net;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed class ArticleViewTests(ReadingService reading)
{
    [Fact]
    public async Task The_whole_article_is_shown_with_marks_and_its_disclaimer_apart()
    {
        var html = await PageAsync("/articles/lavrov-islamabad?q=लावरोव ऊर्जा&lang=hi");

        var text = SteppedMarksTests.Unstepped(html);
        Assert.Contains("<p>इस्लामाबाद, सात अप्रैल रूस के विदेश मंत्री सर्गेई <mark>लावरोव</mark> ने पाकिस्तान", text, StringComparison.Ordinal);
        Assert.Contains("<p>दोनों ने <mark>ऊर्जा</mark> और सुरक्षा पर चर्चा की।</p>", text, StringComparison.Ordinal);
        Assert.Contains("7 अप्रैल 2021, 14:27 IST", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://archive.example/lavrov-islamabad\"", html, StringComparison.Ordinal);
        var body = html.IndexOf("class=\"body\"", StringComparison.Ordinal);
        var aside = html.IndexOf("<aside class=\"disclaimer\"", StringComparison.Ordinal);
        Assert.True(body > 0 && aside > body);
        Assert.True(html.IndexOf("यह कहानी एजेंसी से ली गयी है।", StringComparison.Ordinal) > aside);
    }

    [Fact]
    public async Task Without_a_query_nothing_is_marked()
    {
        Assert.DoesNotContain("<mark", await PageAsync("/articles/lavrov-islamabad"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("समाचार/2021/लेख 1?x=%2F#y", "अजीब पहचान वाला लेख")]
    [InlineData("https://archive.example/address?as=id", "पते से पहचाना गया लेख")]
    public async Task Articles_are_reached_by_the_links_of_the_results_whatever_their_id(string id, string headline)
    {
        using var list = await reading.Service.GetAsync("/search?q=" + Uri.EscapeDataString(headline));
        Assert.Contains("href=\"/articles/" + Uri.EscapeDataString(id), await list.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(headline, await PageAsync("/articles/" + Uri.EscapeDataString(id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_link_leads_to_the_same_article()
    {
        var html = await PageAsync("/articles/" + Uri.EscapeDataString("समाचार/2021/लेख 1?x=%2F#y") + "?q=लेख&lang=hi");
        var link = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(html, "class=\"language\" href=\"([^\"]+)\"").Groups[1].Value);

        var english = await PageAsync(link);
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("<h1 lang=\"hi\"", english, StringComparison.Ordinal);
        Assert.Contains("<mark>लेख</mark>", SteppedMarksTests.Unstepped(english), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_leads_to_the_results_with_their_filters_and_page()
    {
        var search = "/search?q=" + Uri.EscapeDataString("लावरोव") + "&from=2019&category=" + Uri.EscapeDataString("विश्व") + "&lang=en";
        var list = await PageAsync(search);
        var article = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(list, "<h3[^>]*><a href=\"([^\"]+)\"").Groups[1].Value);

        Assert.Contains($"<a href=\"{WebUtility.HtmlEncode(search)}\">Back to the search</a>", await PageAsync(article), StringComparison.Ordinal);
        Assert.DoesNotContain("Back to the search", await PageAsync("/articles/lavrov-islamabad?lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_does_not_hide_the_article()
    {
        Assert.Contains("<mark>लावरोव</mark>", SteppedMarksTests.Unstepped(await PageAsync("/articles/lavrov-islamabad?q=लावरोव&from=yesterday")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_a_page_that_says_so()
    {
        using var response = await reading.Service.GetAsync("/articles/nobody", ("Accept", "text/html"), ("Accept-Language", "en"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("This page was not found", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string path)
    {
        using var response = await reading.Service.GetAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode}");
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
