using System.Net;
using System.Text.RegularExpressions;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed class ResearchPagesTests(ReadingService reading)
{
    [Fact]
    public async Task Results_lead_to_the_other_views_of_their_search()
    {
        var hrefs = Hrefs(await PageAsync("/search?q=मौसम&category=मौसम&lang=en"));

        foreach (var path in (string[])["/timeline", "/concordance", "/trends", "/compare"])
        {
            var view = hrefs.Single(href => href.StartsWith(path + "?", StringComparison.Ordinal));
            Assert.Contains("category=", view, StringComparison.Ordinal);
            Assert.Contains(path is "/trends" or "/compare" ? "Search 1" : "aria-current=\"page\"", await PageAsync(view), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_interval_of_the_timeline_leads_to_the_articles_it_counts()
    {
        var html = await PageAsync("/timeline?q=मौसम&interval=day&lang=en");
        var rows = Regex.Matches(html, "<th scope=\"row\"><a href=\"([^\"]+)\">[^<]+</a></th>\\s*<td>(\\d+)</td>");

        Assert.Contains("30 articles, 0 of them without a date", html, StringComparison.Ordinal);
        Assert.Equal(30, rows.Sum(row => int.Parse(row.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("1 article found", await PageAsync(WebUtility.HtmlDecode(rows[0].Groups[1].Value)), StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(html, "<svg class=\"chart\""));
        // Bars lead where the rows do.
        Assert.Contains($"<a href=\"{rows[0].Groups[1].Value}\" tabindex=\"-1\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeline_is_zoomed_from_years_to_days()
    {
        var html = await PageAsync("/timeline?q=मौसम&interval=year&lang=en");
        var zoom = WebUtility.HtmlDecode(Regex.Match(html, "<a href=\"([^\"]+)\" aria-label=\"Zoom in: 2015\"").Groups[1].Value);

        Assert.Contains("<th scope=\"col\">Month</th>", await PageAsync(zoom + "&interval=month"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeline_counts_stories_where_they_are_asked_for_and_its_links_do_too()
    {
        var html = await PageAsync("/timeline?q=मौसम&count=stories&interval=year&category=मौसम&lang=en");

        Assert.Matches(@"\d+ stories in 30 articles", html);
        Assert.Contains("<option value=\"stories\" selected>", html, StringComparison.Ordinal);
        Assert.Contains("Stories a year", html, StringComparison.Ordinal);
        Assert.All(Hrefs(html).Where(href => href.StartsWith("/timeline?", StringComparison.Ordinal) && href.Contains("from=", StringComparison.Ordinal)), href => Assert.Contains("count=stories", href, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/timeline?q=मौसम&interval=day&count=stories")]
    [InlineData("/concordance?q=मौसम&sort=right1&context=4")]
    [InlineData("/trends?q=मौसम&q=लावरोव&measure=words&smoothing=2&interval=month")]
    [InlineData("/compare?q=मौसम&q=लावरोव&minFrequency=2&stopWords=in")]
    [InlineData("/compare?q=मौसम&q= ")]
    public async Task Filters_are_taken_off_where_the_reader_is(string path)
    {
        var html = await PageAsync(path + "&category=मौसम&from=2015&lang=en");
        var chips = Regex.Matches(html, "<a href=\"([^\"]+)\" aria-label=\"Remove filter: ([^\"]+)\"").Select(chip => WebUtility.HtmlDecode(chip.Groups[1].Value)).ToList();

        Assert.Equal(2, chips.Count);
        foreach (var (chip, gone) in chips.Zip(["category=", "from="]))
        {
            Assert.StartsWith(path[..(path.IndexOf('?', StringComparison.Ordinal) + 1)], chip, StringComparison.Ordinal);
            Assert.DoesNotContain(gone, chip, StringComparison.Ordinal);
            var there = await PageAsync(chip);
            // The page asks the same again, but for the filter.
            Assert.All(Fields(html), field => Assert.Contains(field, Fields(there)));
            Assert.Single(Regex.Matches(there, "aria-label=\"Remove filter: "));
        }

        static List<string> Fields(string html) => [.. Regex.Matches(html, "<option value=\"[^\"]*\" selected>|<input id=\"q\\d\"[^>]*>").Select(match => match.Value)];
    }

    [Fact]
    public async Task Queries_are_compared_on_one_chart_with_a_table()
    {
        var html = await PageAsync("/trends?q=मौसम&q=लावरोव&interval=year&smoothing=1&lang=en");

        Assert.Equal(2, Regex.Count(html, "<svg class=\"chart swatch\""));
        Assert.Contains("<g class=\"line s2\">", html, StringComparison.Ordinal);
        Assert.Contains("centred moving average of 3 intervals", html, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(html, "<input id=\"q\\d\""));
        Assert.Contains("<table", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_begins_with_one_query()
    {
        var html = await PageAsync("/trends?q=मौसम&lang=en");

        Assert.Contains("value=\"मौसम\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_searches_stand_side_by_side_with_links_to_what_each_finds_alone()
    {
        var html = await PageAsync("/compare?q=मौसम&q=लावरोव&minFrequency=1&lang=en");
        var rows = Regex.Matches(html, "<th scope=\"row\" lang=\"hi\"><bdi>[^<]+</bdi></th>\\s*<td><a href=\"([^\"]+)\">(\\d+)</a></td>\\s*<td><a href=\"([^\"]+)\">(\\d+)</a></td>");

        Assert.Equal(2, rows.Count);
        foreach (var (href, count) in rows.SelectMany(row => new[] { (row.Groups[1].Value, row.Groups[2].Value), (row.Groups[3].Value, row.Groups[4].Value) }))
            Assert.Matches($"\\b{count} articles? found", await PageAsync(WebUtility.HtmlDecode(href)));
        Assert.Equal(2, Regex.Count(html, "<table class=\"figures keywords\">"));
        Assert.Contains("Log-likelihood</th>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_is_compared_with_all_articles_when_the_other_is_blank()
    {
        var html = await PageAsync("/compare?q=मौसम&q=&lang=en");

        Assert.Contains("All articles", html, StringComparison.Ordinal);
        Assert.Contains("compared with the rest", html, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", await PageAsync("/compare?q=&q=&lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_concordance_shows_its_lines_page_by_page_and_offers_them_as_files()
    {
        var html = await PageAsync("/concordance?q=मौसम&context=4&sort=right1&lang=en");
        var total = int.Parse(Regex.Match(html, "(\\d+) times in").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var seen = Regex.Count(html, "<span class=\"left\">");
        var export = WebUtility.HtmlDecode(Regex.Match(html, "href=\"(/v1/concordance/export[^\"]+format=csv[^\"]*)\"").Groups[1].Value);
        while (Regex.Match(html, "<a rel=\"next\" href=\"([^\"]+)\"") is { Success: true } next && seen <= total)
        {
            html = await PageAsync(WebUtility.HtmlDecode(next.Groups[1].Value));
            seen += Regex.Count(html, "<span class=\"left\">");
        }

        Assert.Equal(total, seen);
        using var file = await reading.Service.GetAsync(export);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(total + 1, Regex.Count(await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "\r\n"));
    }

    [Fact]
    public async Task Nothing_that_an_article_or_a_query_says_becomes_markup()
    {
        foreach (var query in (string[])["शत्रुतापूर्ण", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>"])
        {
            foreach (var path in (string[])["/timeline?q=", "/concordance?q=", "/trends?q=मौसम&q=", "/compare?q=मौसम&q="])
            {
                using var response = await reading.Service.GetAsync(path + Uri.EscapeDataString(query));
                var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Theory]
    [InlineData("/timeline?q=मौसम&from=कल")]
    [InlineData("/concordance?q=मौसम&to=x")]
    [InlineData("/trends?q=मौसम&q=खेल&smoothing=99")]
    [InlineData("/compare?q=मौसम&q=खेल&minFrequency=0")]
    public async Task What_cannot_be_read_is_told_on_the_page(string path)
    {
        using var response = await reading.Service.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("role=\"alert\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/timeline?q=मौसम", "समय-रेखा")]
    [InlineData("/concordance?q=मौसम", "शब्द-संदर्भ")]
    [InlineData("/trends", "समय के साथ तुलना")]
    [InlineData("/compare", "दो खोजें आमने-सामने")]
    public async Task Pages_are_told_in_Hindi_too(string path, string title) =>
        Assert.Contains(title, await PageAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=hi"), StringComparison.Ordinal);

    private static List<string> Hrefs(string html) => [.. Regex.Matches(html, "href=\"([^\"]+)\"").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    private async Task<string> PageAsync(string path)
    {
        using var response = await reading.Service.GetAsync(path);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode}\n{html}");
        return html;
    }
}
