using System.Net;
using System.Text.RegularExpressions;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed partial class HomeViewTests(ReadingService reading)
{
    [Fact]
    public async Task The_newest_articles_come_first_and_examples_lead_to_searches()
    {
        var html = await GetAsync("/");

        var hits = Links().Matches(html).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal("cricket-final", hits[0]);
        Assert.Equal(8, hits.Count);
        Assert.Contains("/search?q=" + Uri.EscapeDataString("lavrov pakistan"), html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hi", "br")]
    [InlineData("en", "br")]
    [InlineData("en", "gzip")]
    public async Task The_page_with_all_it_loads_is_under_60_KB_over_the_wire(string language, string coding)
    {
        var html = await GetAsync("/?lang=" + language);
        List<string> loaded = ["/?lang=" + language, .. Loaded().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];
        Assert.Equal(5, loaded.Count);
        var bytes = 0;
        foreach (var address in loaded)
        {
            using var response = await reading.Service.GetAsync(address, ("Accept-Encoding", coding));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains(coding, response.Content.Headers.ContentEncoding);
            bytes += (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length
                + System.Text.Encoding.UTF8.GetByteCount(response.Headers.ToString() + response.Content.Headers);
        }

        // The requirement is 60 KB; what it takes now is a quarter of that.
        Assert.InRange(bytes, 1, 30_000);
        Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_first_content_needs_no_script()
    {
        var html = await GetAsync("/?lang=en");

        // All there is to read comes before any script, which is deferred and asked for by none of it.
        Assert.All(Scripts().Matches(html), script => Assert.Contains(" defer>", script.Value, StringComparison.Ordinal));
        var without = Scripts().Replace(html, "");
        Assert.Contains("A searchable archive of Hindi news", without, StringComparison.Ordinal);
        Assert.Contains("<form class=\"search\" role=\"search\" action=\"/search\" method=\"get\"", without, StringComparison.Ordinal);
        Assert.Equal(8, Links().Count(without));
        Assert.DoesNotMatch("(?i)<[^>]* on[a-z]+=|href=\"javascript:", without);
        Assert.DoesNotContain("noscript", without, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/?lang=hi", "सुझाव")]
    [InlineData("/search?q=लावरोव&lang=en", "Suggestions")]
    public async Task The_search_box_offers_suggestions_by_a_script_of_its_own_and_does_without(string path, string label)
    {
        var html = await GetAsync(path);

        Assert.Collection(
            Scripts().Matches(html),
            script => Assert.Matches("^<script src=\"/suggest\\.js\\?v=[0-9a-f]{12}\" defer></script>$", script.Value),
            script => Assert.Matches("^<script src=\"/keys\\.js\\?v=[0-9a-f]{12}\" defer></script>$", script.Value));
        var box = Regex.Match(html, "<input id=\"q\"[^>]+>").Value;
        Assert.Contains($"data-suggestions=\"{label}\"", box, StringComparison.Ordinal);
        Assert.Matches("data-count=\"[^\"]*\\{0\\}[^\"]*\"", box);
        // Roles that only the script fulfils are given by the script.
        Assert.DoesNotContain("combobox", html, StringComparison.Ordinal);
        Assert.Contains("action=\"/search\" method=\"get\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_has_a_language_a_title_a_main_part_a_skip_link_and_labelled_fields()
    {
        foreach (var path in (string[])["/", "/search?q=लावरोव", "/search?q=अनुपस्थितशब्द", "/articles/budget", "/help", "/nowhere"])
        {
            using var response = await reading.Service.GetAsync(path, ("Accept", "text/html"));
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Contains("<html lang=\"hi\">", html, StringComparison.Ordinal);
            Assert.Matches("<title>[^<]+</title>", html);
            Assert.Single(Regex.Matches(html, "<main id=\"main\">"));
            Assert.Single(Regex.Matches(html, "<h1[ >]"));
            Assert.Contains("<a class=\"skip\" href=\"#main\">", html, StringComparison.Ordinal);
            foreach (Match field in Fields().Matches(html))
                Assert.Contains($"for=\"{field.Groups[1].Value}\"", html, StringComparison.Ordinal);
            var ids = Regex.Matches(html, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
        }
    }

    private async Task<string> GetAsync(string path)
    {
        using var response = await reading.Service.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<h3[^>]*><a href=\"/articles/([^\"?]+)")]
    private static partial Regex Links();

    [GeneratedRegex("(?:<link rel=\"(?:stylesheet|icon)\" href|<(?:img|script)[^>]+src)=\"([^\"]+)\"")]
    private static partial Regex Loaded();

    [GeneratedRegex("<script.*?(?:</script>|$)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("<(?:input|select) id=\"([^\"]+)\"")]
    private static partial Regex Fields();
}
