using System.Globalization;

namespace SearchService.Engine.Storage;

/// <summary>
/// The right to write an archive, held by one handle at a time. The operating system lets go of it when the process ends,
/// however it ends; the owner file that is then left behind tells the next opening that the last one was not closed.
/// </summary>
internal sealed class ArchiveLock : IDisposable
{
    private readonly ArchivePaths _paths;
    private readonly FileStream _handle;

    private ArchiveLock(ArchivePaths paths, FileStream handle, bool wasLeftOpen)
    {
        _paths = paths;
        _handle = handle;
        WasLeftOpen = wasLeftOpen;
    }

    /// <summary>Whether the last process that held the lock ended without letting go of it.</summary>
    public bool WasLeftOpen { get; }

    /// <summary>Takes the lock at once.</summary>
    /// <exception cref="ArchiveException"><c>archive_in_use</c>: who has it, and what can be done meanwhile.</exception>
    public static ArchiveLock Take(ArchivePaths paths)
    {
        FileStream handle;
        try
        {
            handle = new FileStream(paths.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (!StorageFaults.TryExplain(fault, paths.Folder, out _))
        {
            throw new ArchiveException(
                "archive_in_use",
                $"The archive in {paths.Folder} is being written by {Owner(paths)}. Searching it and verifying it work meanwhile; to change it, ask that process (serve takes changes over HTTP) or stop it first.",
                fault);
        }

        try
        {
            var wasLeftOpen = File.Exists(paths.LockOwner);
            File.WriteAllText(paths.LockOwner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new ArchiveLock(paths, handle, wasLeftOpen);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Lets go of it.</summary>
    public void Dispose()
    {
        if (!_handle.SafeFileHandle.IsClosed)
            File.Delete(_paths.LockOwner);
        _handle.Dispose();
    }

    private static string Owner(ArchivePaths paths)
    {
        try
        {
            var owner = File.ReadAllText(paths.LockOwner).Trim();
            return owner.Length is > 0 and < 20 ? $"process {owner}" : "another process";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
