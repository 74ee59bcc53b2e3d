using System.Net;
using System.Xml.Linq;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class FeedApiTests(ReadingService reading)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_feed_has_what_Atom_asks_for()
    {
        var feed = await FeedAsync("/v1/feed?q=लावरोव&category=विश्व");

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.StartsWith("लावरोव – ", feed.Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal(["self", "alternate"], feed.Elements(Atom + "link").Select(link => link.Attribute("rel")!.Value));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(2, entries.Count);
        foreach (var element in entries.Prepend(feed))
        {
            Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", Assert.Single(element.Elements(Atom + "id")).Value);
            Assert.True(DateTimeOffset.TryParse(Assert.Single(element.Elements(Atom + "updated")).Value, out _));
            Assert.Single(element.Elements(Atom + "title"));
        }

        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.Equal("2021-04-07T14:27:42+05:30", entries[0].Element(Atom + "published")!.Value);
        Assert.Equal(feed.Element(Atom + "updated")!.Value, entries[0].Element(Atom + "updated")!.Value);
        Assert.Equal("विश्व", entries[0].Element(Atom + "category")!.Attribute("term")!.Value);
        using var page = await reading.Service.GetAsync(entries[0].Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "alternate").Attribute("href")!.Value);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task The_newest_come_first_and_the_link_next_leads_through_all_of_them()
    {
        var seen = new List<string>();
        for (string? path = "/v1/feed?q=मौसम&pageSize=12"; path is not null;)
        {
            var feed = await FeedAsync(path);
            seen.AddRange(feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "updated")!.Value));
            path = feed.Elements(Atom + "link").SingleOrDefault(link => link.Attribute("rel")!.Value == "next")?.Attribute("href")!.Value;
        }

        Assert.Equal(30, seen.Count);
        Assert.Equal(seen.Select(DateTimeOffset.Parse).OrderDescending(), seen.Select(DateTimeOffset.Parse));
    }

    [Fact]
    public async Task Ids_stay_when_the_service_moves_and_the_index_is_rebuilt()
    {
        using var archive = new TemporaryFolder();
        Assert.Equal(0, (await CommandResult.RunAsync("index", TestArchive.Source, "--archive", archive.Path, "--json")).ExitCode);
        string[] before, after;
        await using (var service = await RunningService.StartAsync(archive.Path))
            before = Ids(await FeedAsync("/v1/feed?q=लावरोव", service));
        Assert.Equal(0, (await CommandResult.RunAsync("rebuild", "--archive", archive.Path)).ExitCode);
        await using (var service = await RunningService.StartAsync(archive.Path, ("Http:PublicUrl", "https://news.example")))
        {
            after = Ids(await FeedAsync("/v1/feed?q=लावरोव", service));
        }

        Assert.Equal(before, after);
        Assert.NotEqual(before, Ids(await FeedAsync("/v1/feed?q=लावरोव")));

        static string[] Ids(XElement feed) => [.. feed.Descendants(Atom + "id").Select(id => id.Value)];
    }

    [Theory]
    [InlineData("/v1/feed?q=शत्रुतापूर्ण")]
    [InlineData("/v1/feed?q=%01%3Cb%3E%00")]
    [InlineData("/v1/feed?q=अनुपस्थितशब्द")]
    [InlineData("/v1/feed")]
    public async Task It_is_well_formed_whatever_is_asked_and_found(string path)
    {
        var feed = await FeedAsync(path);

        // Nothing of an article is markup: entries hold elements of Atom with text in them.
        Assert.All(feed.Descendants(), element => Assert.Equal(Atom, element.Name.Namespace));
        Assert.All(feed.Descendants(Atom + "summary").Concat(feed.Descendants(Atom + "title")), element =>
        {
            Assert.Empty(element.Elements());
            Assert.Equal("text", element.Attribute("type")!.Value);
        });
    }

    [Fact]
    public async Task A_misspelt_search_says_what_it_was_read_as() =>
        Assert.Contains("\"मौसम\"", (await FeedAsync("/v1/feed?q=मोसम")).Element(Atom + "subtitle")!.Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("q=\"x", "query_syntax")]
    [InlineData("pageSize=500", "invalid_parameter")]
    public async Task Bad_requests_are_problems(string query, string code)
    {
        using var response = await reading.Service.GetAsync("/v1/feed?" + query);
        await response.IsProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_known_feed_is_304()
    {
        using var first = await reading.Service.GetAsync("/v1/feed?q=बजट");
        using var again = await reading.Service.GetAsync("/v1/feed?q=बजट", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    private Task<XElement> FeedAsync(string path) => FeedAsync(path, reading.Service);

    private static async Task<XElement> FeedAsync(string path, RunningService service)
    {
        using var response = await service.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, body);
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        return XDocument.Parse(body).Root!;
    }
}
