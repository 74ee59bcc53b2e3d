using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class ArticleLinesTests
{
    [Fact]
    public async Task Each_line_is_answered_with_what_happened_and_the_sums_come_last()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key), ("Writing:MaxArticleBytes", "2048"));
        var body = string.Join('\n',
            """{"id":"a","headline":"पहला लेख"}""",
            """{"id":"b","body":"दूसरा लेख"}""" + "\r",
            "",
            """{"id":"a","headline":"पहला लेख"}""",
            """{"id":"a","headline":"बदला हुआ लेख"}""",
            "not json",
            $$"""{"id":"long","headline":"{{new string('x', 200_000)}}"}""",
            """{"id":"c","headline":"आखिरी लेख, पंक्ति के अंत के बिना"}""");

        var lines = await PostAsync(service, body);

        Assert.Equal(
            ["1 added a", "2 added b", "4 unchanged a", "5 updated a", "6 refused ", "7 refused ", "8 added c"],
            lines.SkipLast(1).Select(line => $"{line.GetProperty("line")} {line.GetProperty("change")} {(line.TryGetProperty("id", out var id) ? id.GetString() : "")}"));
        Assert.Equal("invalid_article", lines[4].GetProperty("code").GetString());
        Assert.Equal("body_too_large", lines[5].GetProperty("code").GetString());
        Assert.Equal("""{"read":7,"added":3,"updated":1,"unchanged":1,"refused":2}""", lines[^1].GetRawText());
        Assert.Equal("बदला हुआ लेख", (await service.GetJsonAsync("/v1/articles/a")).GetProperty("headline").GetString());
    }

    [Fact]
    public async Task A_line_with_an_id_that_no_article_can_have_is_refused_and_the_next_one_kept()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key));

        var lines = await PostAsync(service, $$"""{"id":"{{new string('x', 5_000)}}","headline":"लेख"}""" + "\n" + """{"id":"next","headline":"लेख"}""");

        Assert.Equal("refused", lines[0].GetProperty("change").GetString());
        Assert.Equal("invalid_article", lines[0].GetProperty("code").GetString());
        Assert.Equal("added", lines[1].GetProperty("change").GetString());
    }

    [Fact(Timeout = 30_000)]
    public async Task Answers_come_while_lines_are_still_being_sent()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key));
        // A bare socket: an HTTP/1.1 client sends its whole body before it reads.
        using var socket = new TcpClient();
        await socket.ConnectAsync(service.Client.BaseAddress!.Host, service.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        using var reader = new StreamReader(stream);
        await SendAsync($"POST /v1/articles HTTP/1.1\r\nHost: x\r\nX-Api-Key: {RunningService.Key}\r\nTransfer-Encoding: chunked\r\n\r\n");

        await SendLineAsync("""{"id":"first","headline":"पहला"}""");
        await ReadUntilAsync("\"first\"");
        await SendLineAsync("""{"id":"second","headline":"दूसरा"}""");
        await ReadUntilAsync("\"second\"");
        await SendAsync("0\r\n\r\n");
        await ReadUntilAsync("\"added\":2");

        async Task SendLineAsync(string json) => await SendAsync($"{Encoding.UTF8.GetByteCount(json) + 1:x}\r\n{json}\n\r\n");

        async Task SendAsync(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

        async Task ReadUntilAsync(string text)
        {
            while (!(await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new EndOfStreamException(text)).Contains(text, StringComparison.Ordinal))
            {
            }
        }
    }

    [Fact]
    public async Task An_empty_body_is_answered_with_sums_of_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key));

        var lines = await PostAsync(service, "");

        Assert.Equal("""{"read":0,"added":0,"updated":0,"unchanged":0,"refused":0}""", Assert.Single(lines).GetRawText());
    }

    private static async Task<List<JsonElement>> PostAsync(RunningService service, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/x-ndjson");
        using var response = await service.SendAsync(HttpMethod.Post, "/v1/articles", content, ("X-Api-Key", RunningService.Key));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
