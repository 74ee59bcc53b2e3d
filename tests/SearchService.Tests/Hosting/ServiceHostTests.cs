using Microsoft.Extensions.Options;
using SearchService.Hosting;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Hosting;

public sealed class ServiceHostTests
{
    [Theory]
    [InlineData("Http:MaxAgeSeconds", "-1")]
    [InlineData("Archive:RefreshMilliseconds", "0")]
    [InlineData("Writing:Keys:0", "short")]
    [InlineData("Writing:MaxArticleBytes", "1")]
    [InlineData("Logging:Format", "xml")]
    public async Task A_setting_out_of_its_range_stops_the_start(string name, string value)
    {
        using var folder = new TemporaryFolder();

        await Assert.ThrowsAsync<OptionsValidationException>(() => RunningService.StartOpeningAsync(folder.Path, null, (name, value)));
    }

    [Fact]
    public async Task Settings_reach_the_answers()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Http:MaxAgeSeconds", "7"), ("Http:StaleSeconds", "9"));
        using var response = await service.GetAsync("/v1/search");

        Assert.Equal("public, max-age=7, stale-while-revalidate=9", response.Headers.GetValues("Cache-Control").Single());
    }

    [Fact]
    public async Task An_archive_in_use_ends_the_service_with_its_reason()
    {
        using var folder = new TemporaryFolder();
        await using var first = await RunningService.StartAsync(folder.Path);
        await using var second = await RunningService.StartOpeningAsync(folder.Path, null);

        var opener = (ArchiveOpener)second.Services.GetService(typeof(ArchiveOpener))!;
        await opener.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal("archive_in_use", Assert.IsType<SearchService.Engine.ArchiveException>(opener.Failure).Code);
        Assert.Contains(second.Log.Lines, line => line.StartsWith("Fatal", StringComparison.Ordinal));
    }
}
