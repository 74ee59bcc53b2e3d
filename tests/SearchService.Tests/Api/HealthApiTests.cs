using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using SearchService.Hosting;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class HealthApiTests(ReadingService reading)
{
    [Fact]
    public async Task A_service_with_an_open_archive_is_live_and_ready()
    {
        Assert.Equal("live", (await reading.Service.GetJsonAsync("/health/live")).GetProperty("status").GetString());
        var ready = await reading.Service.GetJsonAsync("/health/ready");
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal(TestArchive.Articles, ready.GetProperty("articles").GetInt64());
    }

    [Fact]
    public async Task Until_the_archive_is_open_the_service_lives_and_asks_to_come_back()
    {
        using var folder = new TemporaryFolder();
        // The archive is never opened: this is how every start looks for a moment.
        await using var service = await RunningService.StartOpeningAsync(folder.Path, NeverOpen);

        using var live = await service.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        foreach (var path in (string[])["/health/ready", "/v1/search?q=x", "/v1/articles/x", "/v1/interpret?q=x"])
        {
            using var response = await service.GetAsync(path);
            await response.IsProblemAsync(HttpStatusCode.ServiceUnavailable, "archive_opening");
            Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        }

        using var page = await service.GetAsync("/", ("Accept", "text/html"), ("Accept-Language", "en"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("The archive is being opened", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        static void NeverOpen(WebApplicationBuilder builder)
        {
            var opener = builder.Services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(ArchiveOpener));
            builder.Services.Remove(opener);
        }
    }
}
