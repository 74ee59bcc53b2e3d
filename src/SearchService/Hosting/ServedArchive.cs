using SearchService.Engine;

namespace SearchService.Hosting;

/// <summary>The archive that this process serves: not there until it has been opened, then there until the process ends.</summary>
internal sealed class ServedArchive : IDisposable
{
    private Archive? _archive;

    /// <summary>The archive, or null while it is being opened.</summary>
    public Archive? Current => Volatile.Read(ref _archive);

    /// <summary>The archive, for endpoints that are reached only when it is open.</summary>
    public Archive Open => Current ?? throw new InvalidOperationException("The archive is not open yet.");

    /// <summary>Takes the opened archive over, to be closed with this object.</summary>
    public void Opened(Archive archive) => Volatile.Write(ref _archive, archive);

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _archive, null)?.Dispose();
}
