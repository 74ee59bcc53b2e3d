using System.Net;
using System.Text.Json;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class CitationApiTests(ReadingService reading)
{
    private string Permalink => reading.Service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + "/articles/lavrov-islamabad";

    [Fact]
    public async Task Texts_are_one_line_in_the_language_asked_for()
    {
        Assert.Equal(
            $"सज्जाद हुसैन. (2021, April 7). लावरोव ने पाकिस्तान में बातचीत की [Lavrov holds talks in Pakistan]. परीक्षा पत्र. News archive. {Permalink}",
            await CiteAsync("format=apa&lang=en", "text/plain"));
        Assert.Equal(
            $"सज्जाद हुसैन. “लावरोव ने पाकिस्तान में बातचीत की.” परीक्षा पत्र, 7 अप्रैल 2021, https://archive.example/lavrov-islamabad. समाचार अभिलेख, {Permalink}.",
            await CiteAsync("format=mla", "text/plain"));
    }

    [Fact]
    public async Task Files_are_sent_as_files()
    {
        Assert.StartsWith("@article{lavrov-islamabad,", await CiteAsync("format=bibtex", "application/x-bibtex", "citation.bib"), StringComparison.Ordinal);
        Assert.StartsWith("TY  - NEWS\r\n", await CiteAsync("format=ris", "application/x-research-info-systems", "citation.ris"), StringComparison.Ordinal);
        var item = JsonDocument.Parse(await CiteAsync("format=csl-json", "application/vnd.citationstyles.csl+json", "citation.json")).RootElement[0];
        Assert.Equal(Permalink, item.GetProperty("archive_location").GetString());
    }

    [Theory]
    [InlineData("समाचार/2021/लेख 1?x=%2F#y")]
    [InlineData("https://archive.example/address?as=id")]
    public async Task Any_id_can_be_cited(string id)
    {
        using var response = await reading.Service.GetAsync($"/v1/articles/{Uri.EscapeDataString(id)}/citation?format=ris");

        Assert.Contains($"AN  - {id}\r\n", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lavrov-islamabad", "format=endnote", HttpStatusCode.BadRequest, "invalid_parameter")]
    [InlineData("lavrov-islamabad", "", HttpStatusCode.BadRequest, "invalid_parameter")]
    [InlineData("lavrov-islamabad", "format=mla&lang=fr", HttpStatusCode.BadRequest, "invalid_parameter")]
    [InlineData("nobody", "format=mla", HttpStatusCode.NotFound, "article_not_found")]
    [InlineData("a%0Ab", "format=mla", HttpStatusCode.BadRequest, "invalid_id")]
    public async Task What_cannot_be_cited_is_a_problem(string id, string query, HttpStatusCode status, string code)
    {
        using var response = await reading.Service.GetAsync($"/v1/articles/{id}/citation?{query}");

        await response.IsProblemAsync(status, code);
    }

    [Fact]
    public async Task A_known_citation_is_304_in_its_own_language_only()
    {
        using var first = await reading.Service.GetAsync("/v1/articles/lavrov-islamabad/citation?format=mla&lang=hi");
        var tag = first.Headers.ETag!.ToString();
        using var again = await reading.Service.GetAsync("/v1/articles/lavrov-islamabad/citation?format=mla&lang=hi", ("If-None-Match", tag));
        using var english = await reading.Service.GetAsync("/v1/articles/lavrov-islamabad/citation?format=mla&lang=en", ("If-None-Match", tag));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (again.StatusCode, english.StatusCode));
    }

    [Fact]
    public async Task The_permalink_is_at_the_configured_address()
    {
        using var archive = new TemporaryFolder();
        Assert.Equal(0, (await CommandResult.RunAsync("index", TestArchive.Source, "--archive", archive.Path, "--json")).ExitCode);
        await using var service = await RunningService.StartAsync(archive.Path, ("Http:PublicUrl", "https://news.example/hindi/"));

        using var response = await service.GetAsync("/v1/articles/lavrov-islamabad/citation?format=apa");
        Assert.EndsWith(" https://news.example/hindi/articles/lavrov-islamabad", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<string> CiteAsync(string query, string mediaType, string? file = null)
    {
        using var response = await reading.Service.GetAsync("/v1/articles/lavrov-islamabad/citation?" + query);
        Assert.Equal((HttpStatusCode.OK, mediaType), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(file, response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
