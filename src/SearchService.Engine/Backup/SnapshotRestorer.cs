using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SearchService.Engine.Indexing;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Backup;

/// <summary>Makes an archive of one snapshot.</summary>
/// <param name="folder">The snapshot.</param>
/// <param name="archive">The archive.</param>
/// <param name="progress">Told now and then.</param>
/// <param name="cancellation">Stops it between two steps.</param>
internal sealed class SnapshotRestorer(string folder, ArchivePaths archive, IProgress<ArchiveProgress>? progress, CancellationToken cancellation)
{
    private string Copy => archive.Store + ".restored";

    /// <summary>Copies and checks beside what is there, puts the copy in its place, and has it indexed.</summary>
    public BackupReport Restore()
    {
        var start = Stopwatch.GetTimestamp();
        var manifest = SnapshotManifest.Read(folder);
        archive.MakeFolder();
        using (ArchiveLock.Take(archive))
        {
            CheckEmpty();
            try
            {
                CopyChecked(manifest);
                Replace(manifest);
            }
            finally
            {
                File.Delete(Copy);
            }
        }

        cancellation.ThrowIfCancellationRequested();
        using var restored = Archive.Open(new ArchiveOptions { Folder = archive.Folder }, progress);
        return new(
            restored.Status.Articles, restored.Status.Generation, restored.SavedSearches.Count, manifest.MadeAt, manifest.Files.Sum(file => file.Bytes), Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private void CheckEmpty()
    {
        if (!File.Exists(archive.Store))
            return;
        string held;
        try
        {
            if (CopiedStore.Look(archive.Store) is var store && store.IsEmpty)
                return;
            held = $"holds {store.Articles:N0} articles, {store.Generation:N0} changes and {store.SavedSearches:N0} saved searches";
        }
        catch (SqliteException)
        {
            held = "has a store that cannot be read";
        }

        throw new ArchiveException("archive_not_empty", $"The archive in {archive.Folder} {held}; nothing is restored over it. Name another folder, or move this one away first.");
    }

    private void CopyChecked(SnapshotManifest manifest)
    {
        foreach (var file in manifest.Files)
        {
            var source = Path.Combine(folder, file.Name);
            if (!File.Exists(source))
                throw SnapshotManifest.Damaged(folder, $"{file.Name} is missing");
            var isStore = file.Name == SnapshotManifest.Kept[0];
            void Report(long done) => progress?.Report(new($"Copying {file.Name} (MiB)", done >> 20, file.Bytes >> 20));
            if (isStore)
                File.Delete(Copy);
            var found = isStore ? CheckedCopy.Of(source, Copy, Report, cancellation) : CheckedCopy.Sum(source, Report, cancellation);
            if (found != file)
                throw SnapshotManifest.Damaged(folder, $"{file.Name} is not the file that was made ({(found.Bytes == file.Bytes ? "its checksum" : $"{found.Bytes:N0} bytes instead of {file.Bytes:N0}; its checksum")} is another)");
        }

        CopiedStore held;
        try
        {
            held = CopiedStore.Look(Copy);
        }
        catch (SqliteException fault)
        {
            throw SnapshotManifest.Damaged(folder, $"its store cannot be read ({fault.Message})", fault);
        }

        if (held != new CopiedStore(manifest.Archive, manifest.Articles, manifest.Generation, manifest.SavedSearches))
            throw SnapshotManifest.Damaged(folder, $"its {SnapshotManifest.Name} says something else than its store holds");
    }

    // What is derived from the empty store goes with it. A crash in between leaves an archive without a store, into which can be restored again.
    private void Replace(SnapshotManifest manifest)
    {
        foreach (var stale in (string[])[archive.Index, archive.NewIndex, archive.OldIndex])
        {
            if (Directory.Exists(stale))
                Directory.Delete(stale, recursive: true);
        }

        foreach (var stale in (string[])[archive.Learnt, archive.Store + "-wal", archive.Store + "-shm"])
            File.Delete(stale);
        if (manifest.Files.FirstOrDefault(file => file.Name == SnapshotManifest.Kept[1]) is { } refusals)
        {
            File.Delete(archive.Refusals);
            CheckedCopy.Of(Path.Combine(folder, refusals.Name), archive.Refusals, null, cancellation);
        }

        File.Move(Copy, archive.Store, overwrite: true);
    }
}
