using SearchService.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(TestArchive))]

namespace SearchService.Tests.Fixtures;

/// <summary>An archive of the 40 articles in articles.jsonl, indexed once, for tests that only read it.</summary>
public sealed class TestArchive : IAsyncLifetime
{
    public const int Articles = 40;

    private readonly TemporaryFolder _folder = new();

    /// <summary>The lines the archive was made of.</summary>
    public static string Source { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "articles.jsonl");

    public string Folder => Path.Combine(_folder.Path, "archive");

    public async ValueTask InitializeAsync()
    {
        var made = await CommandResult.RunAsync("index", Source, "--archive", Folder, "--json");
        Assert.True(made.ExitCode == 0, made.Error);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
