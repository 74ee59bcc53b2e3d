using System.Diagnostics;
using SearchService.Engine.Indexing;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Backup;

/// <summary>Makes one snapshot.</summary>
/// <param name="archive">The archive.</param>
/// <param name="folder">Where the snapshot goes.</param>
/// <param name="progress">Told now and then, in MiB.</param>
/// <param name="cancellation">Stops it between two steps.</param>
internal sealed class SnapshotMaker(ArchivePaths archive, string folder, IProgress<ArchiveProgress>? progress, CancellationToken cancellation)
{
    /// <summary>Copies, checks, sums, and says so in the manifest last of all.</summary>
    public BackupReport Make()
    {
        var start = Stopwatch.GetTimestamp();
        CheckSource();
        if (Path.Exists(folder) && (!Directory.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new ArchiveException("snapshot_exists", $"{folder} is not an empty folder. Name one that is empty or not there; a snapshot never replaces anything.");
        var made = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        try
        {
            var manifest = Copy();
            manifest.Write(folder);
            return new(manifest.Articles, manifest.Generation, manifest.SavedSearches, manifest.MadeAt, manifest.Files.Sum(file => file.Bytes), Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        catch
        {
            CleanUp(made);
            throw;
        }
    }

    /// <summary>Whether there is a store that this version can read: what is wrong with it is no fault of the folder that is written.</summary>
    private void CheckSource()
    {
        try
        {
            ArticleStore.OpenReadOnly(archive).Dispose();
        }
        catch (Exception fault) when (fault is not ArchiveException && StorageFaults.TryExplain(fault, archive.Folder, out var explained))
        {
            throw explained;
        }
    }

    private SnapshotManifest Copy()
    {
        var now = DateTimeOffset.UtcNow;
        var store = Path.Combine(folder, SnapshotManifest.Kept[0]);
        progress?.Report(new("Copying the store (MiB)", 0, new FileInfo(archive.Store).Length >> 20));
        CopiedStore.Copy(archive.Store, store);
        cancellation.ThrowIfCancellationRequested();
        var held = CopiedStore.Look(store);
        var length = new FileInfo(store).Length >> 20;
        var files = new List<SnapshotFile> { CheckedCopy.Sum(store, done => progress?.Report(new("Summing the copy (MiB)", done >> 20, length)), cancellation) };
        if (File.Exists(archive.Refusals))
            files.Add(CheckedCopy.Of(archive.Refusals, Path.Combine(folder, SnapshotManifest.Kept[1]), null, cancellation));
        return new(SnapshotManifest.Newest, now, held.Identity, held.Articles, held.Generation, held.SavedSearches, files);
    }

    // What is half done is of no use, and would stand in the way of the next attempt.
    private void CleanUp(bool made)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder))
                File.Delete(file);
            if (made)
                Directory.Delete(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The fault that led here is the one to be told.
        }
    }
}
