using SearchService.Hosting;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Hosting;

public sealed class SampleArticlesTests
{
    [Fact]
    public void The_sample_is_looked_for_here_then_above_the_executable()
    {
        using var here = new TemporaryFolder();
        using var root = new TemporaryFolder();
        var executable = Directory.CreateDirectory(Path.Combine(root.Path, "src", "bin", "Debug")).FullName;
        Assert.Null(SampleArticles.Find(here.Path, executable));

        var above = Directory.CreateDirectory(Path.Combine(root.Path, "index-data", "sample")).FullName;
        Assert.Equal(above, SampleArticles.Find(here.Path, executable));

        var near = Directory.CreateDirectory(Path.Combine(here.Path, "index-data", "sample")).FullName;
        Assert.Equal(near, SampleArticles.Find(here.Path, executable));
    }

    [Fact]
    public async Task An_archive_that_somebody_named_stays_empty()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(Path.Combine(folder.Path, "mine"));

        Assert.Equal(0, (await service.GetJsonAsync("/health/ready")).GetProperty("articles").GetInt64());
    }
}
