using System.Net;
using System.Xml.Linq;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed class OpenSearchDescriptionTests(ReadingService reading)
{
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    [Theory]
    [InlineData("hi", "समाचार अभिलेख")]
    [InlineData("en", "News archive")]
    public async Task A_browser_is_told_how_to_search_in_the_visitors_language(string language, string name)
    {
        using var response = await reading.Service.GetAsync("/opensearch.xml", ("Accept-Language", language));
        Assert.Equal("application/opensearchdescription+xml", response.Content.Headers.ContentType?.MediaType);
        var description = XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;

        Assert.Equal(OpenSearch + "OpenSearchDescription", description.Name);
        var shortName = description.Element(OpenSearch + "ShortName")!.Value;
        Assert.Equal(name, shortName);
        Assert.InRange(shortName.Length, 1, 16);
        foreach (var url in description.Elements(OpenSearch + "Url"))
        {
            using var found = await reading.Service.GetAsync(url.Attribute("template")!.Value.Replace("{searchTerms}", Uri.EscapeDataString("बजट"), StringComparison.Ordinal));
            Assert.Equal((HttpStatusCode.OK, url.Attribute("type")!.Value), (found.StatusCode, found.Content.Headers.ContentType?.MediaType));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=बजट")]
    [InlineData("/articles/budget")]
    public async Task Every_page_links_to_it(string path)
    {
        using var response = await reading.Service.GetAsync(path);
        Assert.Contains("<link rel=\"search\" href=\"/opensearch.xml\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
