namespace SearchService.Engine.Tests.Storage;

/// <summary>A folder of its own for a test, deleted afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("archive-").FullName;

    public ArchiveOptions Options => new() { Folder = Path, IndexBufferMegabytes = 16 };

    public Archive Open() => Archive.Open(Options);

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
