using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SearchService.Pages;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed class WhyPartsTests(ReadingService reading)
{
    [Fact]
    public void Shown_scores_add_up_to_the_shown_sum()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var scores = Enumerable.Range(0, 1 + random.Next(12)).Select(_ => random.NextDouble() * 9).ToList();

            var shown = WhyParts.Rounded(scores);

            Assert.Equal(Math.Round((decimal)scores.Sum(), 2, MidpointRounding.AwayFromZero), shown.Sum());
            Assert.All(shown.Zip(scores), pair => Assert.InRange(Math.Abs((double)pair.First - pair.Second), 0, 0.0101));
        }
    }

    [Theory]
    [InlineData("en", "Why is this article here?", "points in all.", "once in the headline", "transliteration")]
    [InlineData("hi", "यह लेख यहाँ क्यों है?", "अंक।", "शीर्षक में एक बार", "लिप्यंतरण")]
    public async Task A_link_under_each_result_opens_the_account_of_its_score(string language, string question, string sum, string place, string reason)
    {
        var list = await PageAsync($"/search?q=lavrov पाकिस्तान बजट&lang={language}");
        var links = Regex.Matches(list, $"<a id=\"(why-[0-9]+)\" href=\"([^\"]+)\" rel=\"nofollow\">{Regex.Escape(question)}</a>");
        Assert.Equal(Regex.Count(list, "<article class=\"hit\">"), links.Count);
        Assert.DoesNotContain("<details class=\"why", list, StringComparison.Ordinal);

        var address = WebUtility.HtmlDecode(links[0].Groups[2].Value).Split('#');
        Assert.Equal(links[0].Groups[1].Value, address[1]);
        var html = await PageAsync(address[0]);
        var panel = Assert.Single(Regex.Matches(html, "<details class=\"why told\".*?</details>", RegexOptions.Singleline)).Value;
        Assert.Contains($"id=\"{address[1]}\" open", panel, StringComparison.Ordinal);
        Assert.Contains(place, panel, StringComparison.Ordinal);
        Assert.Contains(reason, panel, StringComparison.Ordinal);
        // A word that is not there is told too, and adds nothing.
        Assert.Matches("<li class=\"none\">\\s*<p class=\"part\">\\s*<strong><bdi lang=\"hi\">बजट</bdi></strong>\\s*<span class=\"number\">0\\.00", panel);
        var shown = Regex.Matches(panel, "<span class=\"number\">([0-9.]+) ").Sum(match => decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        var total = decimal.Parse(Regex.Match(panel, $"<p class=\"sum\"><strong>[^0-9]*([0-9.]+) {Regex.Escape(sum)}").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal(total, shown);
        var hit = (await reading.Service.GetJsonAsync("/v1/search?q=lavrov पाकिस्तान बजट")).GetProperty("hits")[0];
        Assert.Equal((decimal)hit.GetProperty("score").GetDouble(), total, 1);
    }

    [Fact]
    public async Task In_order_of_date_the_score_is_said_not_to_decide()
    {
        var html = await PageAsync("/search?q=लावरोव&sort=newest&explain=lavrov-delhi&lang=en");

        Assert.Contains("scores do not decide here", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_scores_that_is_said_and_where_no_query_is_nothing_is_asked()
    {
        Assert.Contains("filters score nothing", await PageAsync("/search?q=category:विश्व&explain=lavrov-delhi&lang=en"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"why", await PageAsync("/search?category=विश्व&explain=lavrov-delhi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_article_that_is_not_on_the_page_nothing_is_told()
    {
        Assert.DoesNotContain("<details class=\"why", await PageAsync("/search?q=लावरोव&explain=budget"), StringComparison.Ordinal);
        Assert.DoesNotContain("<details class=\"why", await PageAsync("/search?q=लावरोव&explain=" + Uri.EscapeDataString("<b>")), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string path)
    {
        using var response = await reading.Service.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
