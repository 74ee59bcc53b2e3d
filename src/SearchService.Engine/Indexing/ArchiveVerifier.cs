using System.Globalization;
using Lucene.Net.Index;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Indexing;

/// <summary>Checks the store, the committed index, and that they agree article by article. Nothing may commit to the index meanwhile.</summary>
internal sealed class ArchiveVerifier(ArticleStore store, ArchivePaths paths, IProgress<ArchiveProgress>? progress, CancellationToken cancellation)
{
    private const int Piece = 200;
    private const int MostProblems = 100;
    private const int MostTries = 3;
    private const string Stage = "Checking";

    private readonly List<string> _problems = [];
    private long _unsaid;

    /// <summary>
    /// The same while another process may write: its commits take files away under the check, which then counts for nothing and is done again.
    /// </summary>
    public VerifyReport VerifyBesideWriter()
    {
        for (var tries = 1; ; tries++)
        {
            var commit = Commit();
            _problems.Clear();
            _unsaid = 0;
            var report = Verify();
            if (report.Clean || Commit() == commit)
                return report;
            // What was read of the index then is of no one moment: only what was found in the store counts.
            if (tries == MostTries)
                return report with { Problems = [.. report.Problems.Where(problem => problem.StartsWith("Store:", StringComparison.Ordinal)), "Index: it is written faster than it can be checked. Check it again when less is written."] };
        }
    }

    /// <summary>Checks everything; reads every byte of both.</summary>
    public VerifyReport Verify() => store.Read(reader =>
    {
        using var moment = reader.OneMoment();
        var counts = new StoreCounts(reader.Number(StoreCounts.ArticleCount), reader.Number(StoreCounts.LastSequence));
        CheckFile(reader);
        var indexed = CheckIndexFiles();
        var agreement = indexed is null ? null : ReadIndex();
        foreach (var problem in agreement?.Problems ?? [])
            Found(problem);
        CheckArticles(reader, counts, agreement);
        if (agreement is not null)
            CheckLeftovers(reader, agreement);
        if (_unsaid > 0)
            _problems.Add(string.Create(CultureInfo.InvariantCulture, $"… and {_unsaid} more."));
        return new VerifyReport(counts.Articles, counts.Generation, agreement?.Generation ?? 0, [.. _problems]);
    });

    // Names of the files that commits begin with; a number that grows with every commit is part of them.
    private string? Commit() => Directory.Exists(paths.Index)
        ? Directory.EnumerateFiles(paths.Index, "segments_*").Max(StringComparer.Ordinal)
        : null;

    private void CheckFile(StoreReader reader)
    {
        using var command = reader.Connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(20)";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (rows.GetString(0) is not "ok" and var problem)
                Found($"Store: {problem}.");
        }
    }

    private IndexStamp? CheckIndexFiles()
    {
        try
        {
            var stamp = ArticleIndex.StampOf(paths.Index);
            if (stamp.Store != store.Identity)
                Found("Index: it was made from another store.");
            // Lucene's own check reads what searches read, and passes a flipped bit that none of them meets.
            IndexChecksums.Verify(paths.Index);
            using var directory = new IndexDirectory(paths.Index);
            var status = new CheckIndex(directory).DoCheckIndex();
            if (status.Clean)
                return stamp;
            Found($"Index: {status.NumBadSegments} damaged segments with {status.TotLoseDocCount} articles. Rebuild makes them anew from the store.");
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            Found($"Index: it cannot be read ({fault.Message.TrimEnd('.')}). Rebuild makes it anew from the store.");
        }

        return null;
    }

    private IndexedArticles? ReadIndex()
    {
        try
        {
            return IndexedArticles.Read(paths.Index, cancellation);
        }
        catch (IOException fault)
        {
            Found($"Index: its articles cannot be read ({fault.Message.TrimEnd('.')}).");
            return null;
        }
    }

    private void CheckArticles(StoreReader reader, StoreCounts counts, IndexedArticles? index)
    {
        var at = 0L;
        var done = 0L;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = reader.After(at, Piece);
            if (rows.Count == 0)
                return;
            Parallel.ForEach(rows, row =>
            {
                if (!row.Row.Payload.IsIntact(row.Hash))
                    Found($"Store: article {row.Row.Id} cannot be read or is not what was stored.");
            });
            foreach (var (row, _) in rows)
            {
                if (index is not null && row.Sequence <= index.Generation && !index.Take(row.Sequence, row.Id))
                    Found($"Index: article {row.Id} (change {row.Sequence}) is not in it.");
            }

            at = rows[^1].Row.Sequence;
            done += rows.Count;
            progress?.Report(new(Stage, done, counts.Articles));
        }
    }

    // What the index holds and the store does not must have been replaced or removed by a change that the index has yet to see.
    private void CheckLeftovers(StoreReader reader, IndexedArticles index)
    {
        if (index.Left == 0)
            return;
        var removed = new HashSet<string>(StringComparer.Ordinal);
        for (var at = index.Generation; reader.RemovedAfter(at, Piece) is { Count: > 0 } removals; at = removals[^1].Sequence)
            removed.UnionWith(removals.Select(removal => removal.Id));
        foreach (var (sequence, id) in index.Leftovers(paths.Index))
        {
            if (!removed.Contains(id) && (reader.Find(id) is not { } row || row.Sequence <= index.Generation))
                Found($"Index: article {id} (change {sequence}) is in it and not in the store.");
        }
    }

    private void Found(string problem)
    {
        lock (_problems)
        {
            if (_problems.Count < MostProblems)
                _problems.Add(problem);
            else
                _unsaid++;
        }
    }
}
