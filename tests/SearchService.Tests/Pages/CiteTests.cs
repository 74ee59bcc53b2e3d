using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed class CiteTests(ReadingService reading)
{
    private string Permalink => reading.Service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + "/articles/lavrov-islamabad";

    [Fact]
    public async Task An_article_is_cited_in_both_languages_and_its_files_are_linked()
    {
        var html = await PageAsync("/articles/lavrov-islamabad?q=लावरोव&lang=en");

        Assert.Contains("Cite this article", html, StringComparison.Ordinal);
        Assert.Contains($"परीक्षा पत्र, 7 Apr. 2021, https://archive.example/lavrov-islamabad. News archive, {Permalink}.</dd>", html, StringComparison.Ordinal);
        Assert.Contains($"परीक्षा पत्र. समाचार अभिलेख. {Permalink}</dd>", html, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Permalink}\" rel=\"bookmark\" lang=\"en\">{Permalink}</a>", html, StringComparison.Ordinal);
        var files = Regex.Matches(html, "href=\"(/v1/articles/[^\"]+/citation[^\"]+)\" download").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();
        Assert.Equal(3, files.Count);
        foreach (var file in files)
        {
            using var response = await reading.Service.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task Programs_read_of_the_head_what_the_article_is()
    {
        var html = await PageAsync("/articles/lavrov-islamabad?q=लावरोव");

        Assert.Contains($"<link rel=\"canonical\" href=\"{Permalink}\" />", html, StringComparison.Ordinal);
        Assert.Equal("newspaperArticle", Meta("z:itemType"));
        Assert.Equal("लावरोव ने पाकिस्तान में बातचीत की", Meta("citation_title"));
        Assert.Equal("सज्जाद हुसैन", Meta("citation_author"));
        Assert.Equal("परीक्षा पत्र", Meta("citation_journal_title"));
        Assert.Equal("2021/04/07", Meta("citation_publication_date"));
        Assert.Equal("https://archive.example/lavrov-islamabad", Meta("citation_public_url"));
        Assert.Equal(("2021-04-07", Permalink, "hi"), (Meta("DC.date"), Meta("DC.identifier"), Meta("DC.language")));
        Assert.Equal(2, Regex.Count(html, "<meta name=\"DC.subject\""));

        string? Meta(string name) => WebUtility.HtmlDecode(Regex.Match(html, $"<meta name=\"{Regex.Escape(name)}\" content=\"([^\"]*)\" />").Groups[1].Value);
    }

    [Fact]
    public async Task The_block_of_data_is_schema_org_and_the_policy_lets_no_other_script_in()
    {
        using var response = await reading.Service.GetAsync("/articles/lavrov-islamabad");
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var article = Data(html);
        Assert.Equal(("https://schema.org", "NewsArticle"), (article.GetProperty("@context").GetString(), article.GetProperty("@type").GetString()));
        Assert.Equal("लावरोव ने पाकिस्तान में बातचीत की", article.GetProperty("headline").GetString());
        Assert.Equal("2021-04-07T14:27:42", article.GetProperty("datePublished").GetString()![..19]);
        Assert.Equal("सज्जाद हुसैन", article.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal((Permalink, "https://archive.example/lavrov-islamabad"), (article.GetProperty("archivedAt").GetString(), article.GetProperty("url").GetString()));
        // A data block is none of the policy's business; what would be run still comes from this service's files alone.
        Assert.Contains("script-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_article_cannot_leave_the_block_of_data()
    {
        var html = await PageAsync("/articles/hostile");
        Assert.Equal((await reading.Service.GetJsonAsync("/v1/articles/hostile")).GetProperty("headline").GetString(), Data(html).GetProperty("headline").GetString());
    }

    private static JsonElement Data(string html) =>
        JsonDocument.Parse(Regex.Match(html, "<script type=\"application/ld&#x2B;json\">([^<]*)</script>").Groups[1].Value).RootElement;

    private async Task<string> PageAsync(string path)
    {
        using var response = await reading.Service.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
