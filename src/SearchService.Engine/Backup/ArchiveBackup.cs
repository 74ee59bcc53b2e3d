using SearchService.Engine.Indexing;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Backup;

/// <summary>
/// Copies of archives. A snapshot holds what cannot be made again, of one moment: the store with articles, changes and saved searches, and the
/// refusals. The index is not in it; it is made anew from the store where the snapshot is restored.
/// </summary>
public static class ArchiveBackup
{
    /// <summary>Makes a snapshot of an archive, whoever else reads or writes it meanwhile.</summary>
    /// <param name="archive">The archive's folder.</param>
    /// <param name="folder">Where the snapshot goes: a folder that is empty or not there.</param>
    /// <param name="progress">Told now and then, in MiB.</param>
    /// <param name="cancellation">Stops it; what was written is removed.</param>
    /// <exception cref="ArchiveException"><c>archive_missing</c>, <c>archive_damaged</c>, <c>snapshot_exists</c>, <c>disk_full</c>, <c>archive_unwritable</c>.</exception>
    public static BackupReport Snapshot(string archive, string folder, IProgress<ArchiveProgress>? progress = null, CancellationToken cancellation = default) =>
        Explaining(folder, () => new SnapshotMaker(Paths(archive), Path.GetFullPath(folder), progress, cancellation).Make());

    /// <summary>Makes an archive of a snapshot, checked against its checksums, and indexes it.</summary>
    /// <param name="folder">The snapshot's folder.</param>
    /// <param name="archive">The archive's folder: one that is not there, or holds no article, no change and no saved search.</param>
    /// <param name="progress">Told now and then: in MiB, then in articles.</param>
    /// <param name="cancellation">Stops it. Until the copy is checked nothing of the archive is touched; after that its index is made when it is next opened.</param>
    /// <exception cref="ArchiveException"><c>snapshot_missing</c>, <c>snapshot_damaged</c>, <c>archive_not_empty</c>, <c>archive_in_use</c>, <c>disk_full</c>, <c>archive_unwritable</c>.</exception>
    public static BackupReport Restore(string folder, string archive, IProgress<ArchiveProgress>? progress = null, CancellationToken cancellation = default) =>
        Explaining(archive, () => new SnapshotRestorer(Path.GetFullPath(folder), Paths(archive), progress, cancellation).Restore());

    private static ArchivePaths Paths(string archive) => new(Path.GetFullPath(archive));

    private static BackupReport Explaining(string folder, Func<BackupReport> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is not ArchiveException && StorageFaults.TryExplain(fault, folder, out var explained))
        {
            throw explained;
        }
    }
}

/// <summary>What a snapshot holds, or what was restored of one.</summary>
/// <param name="Articles">Articles.</param>
/// <param name="Generation">Sequence number of the last change.</param>
/// <param name="SavedSearches">Saved searches.</param>
/// <param name="MadeAt">When the snapshot was made.</param>
/// <param name="Bytes">Length of its files together.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record BackupReport(long Articles, long Generation, long SavedSearches, DateTimeOffset MadeAt, long Bytes, double Seconds);
