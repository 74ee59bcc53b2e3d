using System.Net;
using System.Text.RegularExpressions;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed class KeepLinksTests(ReadingService reading)
{
    [Fact]
    public async Task Results_link_to_their_permalink_exports_and_feed()
    {
        var html = await PageAsync("/search?q=लावरोव&category=विश्व&sort=newest&lang=en");

        var links = Regex.Matches(Regex.Match(html, "<section class=\"keep\".*?</section>", RegexOptions.Singleline).Value, "href=\"([^\"]+)\"").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();
        Assert.Equal(6, links.Count);
        foreach (var link in links)
        {
            using var response = await reading.Service.GetAsync(link, ("Accept-Language", "en"));
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.OK, link + text);
            Assert.Contains("लावरोव दिल्ली पहुंचे", Regex.Replace(text, "</?mark>", ""), StringComparison.Ordinal);
            Assert.DoesNotContain("pakistan-floods", text, StringComparison.Ordinal);
        }

        Assert.Matches("<link rel=\"alternate\" href=\"/v1/feed\\?q=[^\"]+\" type=\"application/atom&#x2B;xml\"", html);
    }

    [Fact]
    public async Task A_query_the_API_would_refuse_has_a_permalink_only()
    {
        var html = await PageAsync("/search?q=" + Uri.EscapeDataString("\"लावरोव"));

        Assert.Contains("class=\"permalink\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/v1/export", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/v1/feed", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_spelling_found_is_exported_as_it_was_found()
    {
        var html = await PageAsync("/search?q=मोसम&corrections=off");
        Assert.Contains("corrections=off", Regex.Match(html, "class=\"permalink\"><a href=\"([^\"]+)\"").Groups[1].Value, StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string path)
    {
        using var response = await reading.Service.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
