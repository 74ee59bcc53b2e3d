using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Index;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Indexing;

/// <summary>
/// Brings an index to what the store holds: by replaying what is newer, or by making it anew where it is missing, damaged, of another
/// schema or store, or ahead of the store.
/// </summary>
internal sealed class IndexRecovery(ArchivePaths paths, ArticleStore store, ArchiveOptions options, IProgress<ArchiveProgress>? progress, CancellationToken cancellation)
{
    private const int Piece = 500;
    private const int CommittedAfter = 1_000;

    // A process that is killed again and again while it replays must get on all the same.
    private static readonly TimeSpan CommitInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Never = TimeSpan.MaxValue;


    /// <summary>Opens the index of an archive for writing, at the store's last change.</summary>
    /// <param name="wasLeftOpen">The last process did not close it: every file is checked against its checksum before it is trusted.</param>
    /// <returns>The index, and what had to be mended, for people; null when nothing.</returns>
    public (ArticleIndex Index, string? Recovered) Open(bool wasLeftOpen)
    {
        FinishSwap();
        if (WhyNotUsable(wasLeftOpen) is { } reason)
        {
            var silent = store.Generation == 0;
            MakeAnew();
            Swap();
            return (ArticleIndex.Open(paths.Index, store.Identity, options), silent ? null : $"The index was made anew: {reason}.");
        }

        ArticleIndex index;
        try
        {
            index = ArticleIndex.Open(paths.Index, store.Identity, options);
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            MakeAnew();
            Swap();
            return (ArticleIndex.Open(paths.Index, store.Identity, options), $"The index was made anew: {Sentence(fault)}.");
        }

        try
        {
            var replayed = Replay(index, "Replaying", CommitInterval);
            index.Refresh();
            if (replayed > CommittedAfter)
                index.Commit();
            return (index, replayed == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"The index was behind: {replayed} changes were replayed."));
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <summary>Makes a whole new index beside the old one, up to the store's last change at the end of the call.</summary>
    public void MakeAnew()
    {
        DeleteFolder(paths.NewIndex);
        Directory.CreateDirectory(paths.NewIndex);
        using var index = ArticleIndex.Open(paths.NewIndex, store.Identity, options);
        Replay(index, "Rebuilding", Never);
        index.Commit();
        index.Settle();
    }

    /// <summary>Brings a new index to the store's last change, where there have been changes since it was made.</summary>
    public void CatchUp()
    {
        if (ArticleIndex.StampOf(paths.NewIndex).Generation == store.Generation)
            return;
        using var index = ArticleIndex.Open(paths.NewIndex, store.Identity, options);
        Replay(index, "Rebuilding", Never);
    }

    /// <summary>Puts the new index in the old one's place. No index may be open for writing in either folder.</summary>
    public void Swap()
    {
        DeleteFolder(paths.OldIndex);
        if (Directory.Exists(paths.Index))
            Directory.Move(paths.Index, paths.OldIndex);
        Directory.Move(paths.NewIndex, paths.Index);
        DeleteFolder(paths.OldIndex);
    }

    /// <summary>Hands an index all changes that are newer than it.</summary>
    /// <returns>How many there were.</returns>
    private long Replay(ArticleIndex index, string stage, TimeSpan commitInterval)
    {
        var start = index.Generation;
        var at = start;
        var done = 0L;
        var committed = Stopwatch.GetTimestamp();
        var all = start == 0 ? store.Counts().Articles : default(long?);
        index.Bulk(1);
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var changes = store.Read(reader => StoreChanges.Next(reader, at, Piece));
                if (changes.Count == 0)
                    return done;
                at = changes[^1].Sequence;
                index.Apply([.. changes.Select(change => IndexChange.Replayed(change, start))], at);
                done += changes.Count;
                progress?.Report(new(stage, done, all));
                if (Stopwatch.GetElapsedTime(committed) < commitInterval)
                    continue;
                index.Commit();
                committed = Stopwatch.GetTimestamp();
            }
        }
        finally
        {
            index.Bulk(-1);
        }
    }

    // A crash between the two renames leaves the old index under its other name, and the new one complete or not: the old one is good.
    private void FinishSwap()
    {
        if (!Directory.Exists(paths.Index) && Directory.Exists(paths.OldIndex))
            Directory.Move(paths.OldIndex, paths.Index);
        DeleteFolder(paths.OldIndex);
        DeleteFolder(paths.NewIndex);
    }

    private string? WhyNotUsable(bool wasLeftOpen)
    {
        if (!Directory.Exists(paths.Index))
            return "there was none";
        try
        {
            var stamp = ArticleIndex.StampOf(paths.Index);
            if (stamp.Store != store.Identity)
                return "it was made from another store";
            if (stamp.Schema != IndexFields.Schema)
                return string.Create(CultureInfo.InvariantCulture, $"it was of schema {stamp.Schema}, this version needs {IndexFields.Schema}");
            if (stamp.Generation > store.Generation)
                return string.Create(CultureInfo.InvariantCulture, $"it was ahead of the store (change {stamp.Generation}, the store ends at {store.Generation})");
            if (wasLeftOpen)
                IndexChecksums.Verify(paths.Index);
            else
                IndexChecksums.VerifyEnds(paths.Index);
            return null;
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            return Sentence(fault);
        }
    }

    // Lucene throws nearly anything on damaged files. A full disk or missing rights are not damage: making the index anew would not help.
    private bool IsDamage(Exception fault) =>
        fault is not (ArchiveException or OutOfMemoryException or OperationCanceledException)
        && !StorageFaults.TryExplain(fault, paths.Folder, out _);

    private static string Sentence(Exception fault) => fault switch
    {
        IndexNotFoundException => "there was none",
        FileNotFoundException => $"a file of it was missing ({fault.Message.TrimEnd('.')})",
        EndOfStreamException => $"a file of it was cut short ({fault.Message.TrimEnd('.')})",
        _ => $"it was damaged ({fault.Message.TrimEnd('.')})",
    };

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
