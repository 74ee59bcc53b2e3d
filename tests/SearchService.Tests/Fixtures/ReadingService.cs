using SearchService.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(ReadingService))]

namespace SearchService.Tests.Fixtures;

/// <summary>One running service over an archive of its own like the test archive, for all tests that only read; it has no key, so writing is off.</summary>
public sealed class ReadingService : IAsyncLifetime
{
    private readonly TestArchive _archive = new();

    public RunningService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _archive.InitializeAsync();
        Service = await RunningService.StartAsync(_archive.Folder);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await _archive.DisposeAsync();
    }
}
