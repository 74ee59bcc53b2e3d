using System.Net;
using System.Text.Json;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class ConcordanceApiTests(ReadingService reading)
{
    private readonly RunningService _service = reading.Service;

    [Theory]
    [InlineData("newest")]
    [InlineData("right1")]
    public async Task Pages_lead_through_all_lines_once_and_the_export_has_the_same(string sort)
    {
        var seen = new List<string>();
        string? cursor = null;
        long total;
        do
        {
            var page = await _service.GetJsonAsync($"/v1/concordance?q=मौसम&context=2&pageSize=7&sort={sort}" + (cursor is null ? "" : "&cursor=" + cursor));
            total = page.GetProperty("total").GetProperty("value").GetInt64();
            seen.AddRange(page.GetProperty("lines").EnumerateArray().Select(Told));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null && seen.Count < 10_000);

        Assert.Equal(total, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        using var export = await _service.GetAsync($"/v1/concordance/export?q=मौसम&context=2&sort={sort}&format=jsonl");
        var lines = (await export.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(seen, lines.Select(line => Told(JsonDocument.Parse(line).RootElement)));
        Assert.Equal("application/x-ndjson", export.Content.Headers.ContentType!.MediaType);

        static string Told(JsonElement line) => $"{line.GetProperty("articleId")} {line.GetProperty("field")} {line.GetProperty("start")} {line.GetProperty("left")}[{line.GetProperty("keyword")}]{line.GetProperty("right")}";
    }

    [Theory]
    [InlineData("csv", ',', "text/csv")]
    [InlineData("tsv", '\t', "text/tab-separated-values")]
    public async Task Tables_have_a_row_for_each_line(string format, char separator, string mediaType)
    {
        using var export = await _service.GetAsync($"/v1/concordance/export?q=लावरोव&format={format}");
        var bytes = await export.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var rows = System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var total = (await _service.GetJsonAsync("/v1/concordance?q=लावरोव")).GetProperty("total").GetProperty("value").GetInt64();

        Assert.Equal(mediaType, export.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"concordance.{format}", export.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal(string.Join(separator, "articleId", "publishedAt", "field", "start", "length", "left", "keyword", "right", "headline", "url"), rows[0].TrimEnd('\r'));
        Assert.Equal(total, rows.Length - 1);
        Assert.Equal(format == "csv", bytes.AsSpan().StartsWith("\uFEFF"u8));
    }

    [Fact]
    public async Task The_cursor_of_another_concordance_is_a_problem()
    {
        var first = await _service.GetJsonAsync("/v1/concordance?q=मौसम&pageSize=2");
        using var response = await _service.GetAsync("/v1/concordance?q=मौसम&pageSize=2&sort=left1&cursor=" + first.GetProperty("nextCursor").GetString());

        await response.IsProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
    }

    [Theory]
    [InlineData("concordance?q=x&sort=best", "sort")]
    [InlineData("concordance?q=x&context=0", "context")]
    [InlineData("concordance?q=x&pageSize=1001", "pageSize")]
    [InlineData("concordance/export?q=x&format=xls", "format")]
    [InlineData("concordance/export?q=x&context=x", "context")]
    public async Task What_cannot_be_read_is_a_problem(string query, string parameter)
    {
        using var response = await _service.GetAsync("/v1/" + query);

        var problem = await response.IsProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }
}
