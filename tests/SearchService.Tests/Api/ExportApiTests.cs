using System.Net;
using System.Text;
using System.Text.Json;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class ExportApiTests(ReadingService reading)
{
    [Theory]
    [InlineData("q=मौसम")]
    [InlineData("q=मौसम&sort=newest&from=2015-01-05")]
    [InlineData("q=लावरोव पाकिस्तान&category=विश्व")]
    [InlineData("")]
    public async Task Lines_are_the_hits_of_all_pages_in_their_order(string query)
    {
        using var response = await reading.Service.GetAsync($"/v1/export?format=jsonl&{query}");
        var lines = (await TextAsync(response)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var ids = lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString());
        var hits = (await reading.Service.GetJsonAsync($"/v1/search?pageSize=100&{query}")).GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString());
        Assert.Equal(hits, ids);
        Assert.Equal($"{lines.Length}", response.Headers.GetValues("Search-Total").Single());
        Assert.Equal($"{TestArchive.Articles}", response.Headers.GetValues("Search-Generation").Single());
    }

    [Theory]
    [InlineData("csv", "text/csv", "csv")]
    [InlineData("jsonl", "application/x-ndjson", "jsonl")]
    [InlineData("bibtex", "application/x-bibtex", "bib")]
    [InlineData("ris", "application/x-research-info-systems", "ris")]
    public async Task A_format_has_its_media_type_and_a_file_name(string format, string mediaType, string extension)
    {
        using var response = await reading.Service.GetAsync($"/v1/export?q=लावरोव&format={format}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((mediaType, "utf-8"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentType?.CharSet));
        Assert.Equal($"articles-{TestArchive.Articles}.{extension}", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("लावरोव ने पाकिस्तान में बातचीत की", await TextAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_carry_the_permalink_of_where_they_were_asked_for()
    {
        var root = reading.Service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        foreach (var format in (string[])["csv", "bibtex", "ris"])
        {
            using var response = await reading.Service.GetAsync($"/v1/export?q=लावरोव&format={format}");
            Assert.Contains($"{root}/articles/lavrov-islamabad", await TextAsync(response), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Csv_begins_with_a_byte_order_mark_only_if_asked_for()
    {
        using var plain = await reading.Service.GetAsync("/v1/export?q=लावरोव&format=csv");
        using var marked = await reading.Service.GetAsync("/v1/export?q=लावरोव&format=csv&bom=on");

        Assert.StartsWith("\"id\",", Encoding.UTF8.GetString(await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF\"id\",", Encoding.UTF8.GetString(await marked.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_body_has_no_place_for_is_told_in_headers()
    {
        using var response = await reading.Service.GetAsync("/v1/export?q=मोसम&format=ris&page=2");

        Assert.Equal("corrected, unknown_parameter", response.Headers.GetValues("Search-Warnings").Single());
        Assert.Equal("30", response.Headers.GetValues("Search-Total").Single());
    }

    [Theory]
    [InlineData("format=xlsx", "invalid_parameter", "format")]
    [InlineData("q=x", "invalid_parameter", "format")]
    [InlineData("format=csv&bom=maybe", "invalid_parameter", "bom")]
    [InlineData("format=csv&q=\"x", "query_syntax", "q")]
    [InlineData("format=csv&from=x", "invalid_parameter", "from")]
    public async Task Bad_requests_are_problems_that_name_the_parameter(string query, string code, string parameter)
    {
        using var response = await reading.Service.GetAsync("/v1/export?" + query);

        Assert.Equal(parameter, (await response.IsProblemAsync(HttpStatusCode.BadRequest, code)).GetProperty("parameter").GetString());
        Assert.Null(response.Content.Headers.ContentDisposition);
    }

    [Fact]
    public async Task A_known_export_is_304_and_HEAD_has_the_headers_alone()
    {
        using var first = await reading.Service.GetAsync("/v1/export?q=बजट&format=csv");
        var tag = first.Headers.ETag!.ToString();
        using var again = await reading.Service.GetAsync("/v1/export?q=बजट&format=csv", ("If-None-Match", tag));
        using var other = await reading.Service.GetAsync("/v1/export?q=बजट&format=ris", ("If-None-Match", tag));
        using var head = await reading.Service.SendAsync(HttpMethod.Head, "/v1/export?q=बजट&format=csv", null);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal((tag, "1"), (head.Headers.ETag?.ToString(), head.Headers.GetValues("Search-Total").Single()));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_export_ends_when_the_client_goes_away()
    {
        using var folder = new TemporaryFolder();
        var filler = string.Concat(Enumerable.Repeat("पाठ ", 25_000));
        var source = folder.Write("large.jsonl", string.Concat(Enumerable.Range(0, 300).Select(number => JsonSerializer.Serialize(new { id = $"a{number}", headline = "बड़ा", body = filler }) + "\n")));
        var archive = Path.Combine(folder.Path, "archive");
        Assert.Equal(0, (await CommandResult.RunAsync("index", source, "--archive", archive, "--json")).ExitCode);
        await using var service = await RunningService.StartAsync(archive);

        using (var request = new HttpRequestMessage(HttpMethod.Get, "/v1/export?format=jsonl"))
        {
            // 75 MB, far more than the buffers between: it cannot end unless it is read, or given up.
            using var response = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            Assert.True(await body.ReadAsync(new byte[1000], TestContext.Current.CancellationToken) > 0);
            await Task.Delay(500, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(service.Log.Lines, line => line.Contains("/v1/export", StringComparison.Ordinal));
        }

        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (!service.Log.Lines.Any(line => line.Contains("/v1/export", StringComparison.Ordinal)))
        {
            Assert.True(DateTime.UtcNow < deadline, "The export goes on: " + string.Join('\n', service.Log.Lines));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain(service.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
