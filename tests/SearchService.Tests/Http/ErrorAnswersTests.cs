using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SearchService.Engine;
using SearchService.Tests.Fixtures;
using Serilog.Events;

namespace SearchService.Tests.Http;

public sealed class ErrorAnswersTests(ReadingService reading)
{
    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/v1/nowhere")]
    [InlineData("/v1")]
    public async Task Unknown_paths_are_problems_for_programs(string path)
    {
        using var response = await reading.Service.GetAsync(path);

        await response.IsProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Unknown_paths_are_pages_for_people_but_never_under_the_api()
    {
        using var page = await reading.Service.GetAsync("/nowhere", ("Accept", "text/html,*/*;q=0.8"), ("Accept-Language", "hi"));
        using var api = await reading.Service.GetAsync("/v1/nowhere", ("Accept", "text/html,*/*;q=0.8"));

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("यह पृष्ठ नहीं मिला", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await api.IsProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        using var response = await reading.Service.SendAsync(HttpMethod.Post, "/v1/search", null);

        await response.IsProblemAsync(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task A_body_of_the_wrong_type_is_refused()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Writing:Keys:0", RunningService.Key));
        using var content = new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await service.SendAsync(HttpMethod.Put, "/v1/articles/a", content, ("X-Api-Key", RunningService.Key));

        await response.IsProblemAsync(HttpStatusCode.UnsupportedMediaType, "media_type_unsupported");
    }

    [Fact]
    public async Task A_failure_tells_nothing_of_the_inside_and_is_logged_with_the_id_that_was_told()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartOpeningAsync(folder.Path, builder => FailAt(builder, new InvalidOperationException("secret of the inside")));
        using var response = await service.GetAsync("/fail");

        var problem = await response.IsProblemAsync(HttpStatusCode.InternalServerError, "internal_error");
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        var logged = service.Log.Events.Single(one => one.Exception is InvalidOperationException);
        Assert.Equal(LogEventLevel.Error, logged.Level);
        Assert.Contains(problem.GetProperty("requestId").GetString()!, logged.RenderMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("disk_full", HttpStatusCode.InsufficientStorage)]
    [InlineData("archive_damaged", HttpStatusCode.ServiceUnavailable)]
    public async Task A_failure_of_the_archive_keeps_its_code_and_hides_its_paths(string code, HttpStatusCode status)
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartOpeningAsync(folder.Path, builder => FailAt(builder, new ArchiveException(code, "cannot write /secret/path")));
        using var response = await service.GetAsync("/fail");

        var problem = await response.IsProblemAsync(status, code);
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(service.Log.Lines, line => line.Contains("/secret/path", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_of_the_archive_is_a_page_for_people()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartOpeningAsync(folder.Path, builder => FailAt(builder, new ArchiveException("disk_full", "cannot write /secret/path")));
        using var response = await service.GetAsync("/fail", ("Accept", "text/html"), ("Accept-Language", "en"));

        Assert.Equal(HttpStatusCode.InsufficientStorage, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Something went wrong", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_line_beyond_all_bounds_and_headers_too_large_are_refused()
    {
        Assert.StartsWith("HTTP/1.1 414", await RawAsync($"GET /v1/search?q={new string('a', 600_000)} HTTP/1.1\r\nHost: x\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431", await RawAsync($"GET / HTTP/1.1\r\nHost: x\r\nX-Long: {new string('a', 40_000)}\r\n\r\n"), StringComparison.Ordinal);
        // And the service goes on.
        Assert.Equal("live", (await reading.Service.GetJsonAsync("/health/live")).GetProperty("status").GetString());
    }

    private async Task<string> RawAsync(string request)
    {
        using var socket = new TcpClient();
        var address = reading.Service.Client.BaseAddress!;
        await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        // The answer may come, and the connection end, before all is sent.
        var sending = stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken).AsTask();
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
        await Task.WhenAny(sending);
        return answer;
    }

    /// <summary>Adds an endpoint to the real application that fails.</summary>
    private static void FailAt(WebApplicationBuilder builder, Exception failure) => builder.Services.AddSingleton<IStartupFilter>(new Failing(failure));

    private sealed class Failing(Exception failure) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            // Behind every step of the application, where its endpoints are.
            app.Map("/fail", branch => branch.Run(_ => throw failure));
        };
    }
}
