using SearchService.Tests.Fixtures;
using Serilog.Events;

namespace SearchService.Tests.Hosting;

public sealed class LogsTests
{
    private const string Secret = "गोपनीयशब्द";

    [Fact]
    public async Task No_event_of_any_level_that_is_written_holds_the_text_of_a_query()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path);
        foreach (var path in (string[])["/v1/search?q=", "/v1/search?q=\"", "/v1/interpret?q=", "/search?q=", "/articles/x?q=", "/nowhere?q=", "/v1/search?page=0&q="])
        {
            using var response = await service.GetAsync(path + Secret, ("Referer", "http://x/?q=" + Uri.EscapeDataString(Secret)));
        }

        Assert.Contains(service.Log.Lines, line => line.Contains("/v1/search", StringComparison.Ordinal));
        Assert.DoesNotContain(service.Log.Lines, line => line.Contains(Secret, StringComparison.Ordinal) || line.Contains(Uri.EscapeDataString(Secret), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_text_of_queries_is_logged_when_that_is_configured()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Logging:QueryText", "true"));
        using var response = await service.GetAsync("/v1/search?q=" + Secret);

        Assert.Contains(service.Log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_request_is_one_event_with_method_path_status_and_time_and_health_checks_are_quiet()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path);
        using var response = await service.GetAsync("/v1/search?q=x");
        await service.GetJsonAsync("/health/ready");

        var logged = Assert.Single(service.Log.Events, one => one.Properties.ContainsKey("StatusCode"));
        Assert.Equal(LogEventLevel.Information, logged.Level);
        Assert.Equal("\"/v1/search\"", logged.Properties["RequestPath"].ToString());
        Assert.Equal("200", logged.Properties["StatusCode"].ToString());
        Assert.True(logged.Properties.ContainsKey("Elapsed"));
    }
}
