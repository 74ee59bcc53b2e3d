using System.Diagnostics;
using Lucene.Net.Index;
using SearchService.Engine.Indexing;
using SearchService.Language.Completion;

namespace SearchService.Engine.Suggesting;

/// <summary>
/// Keeps what the headlines are about in step with the archive. A small archive is counted again whenever it has changed; a large one
/// in the background, at most for a small part of the time, while completions go on with the count there is. Thread-safe.
/// </summary>
/// <param name="acquire">Leases the newest snapshot.</param>
internal sealed class TopicKeeper(Func<IndexSnapshot> acquire)
{
    /// <summary>An archive of up to so many articles is counted at once, in a few milliseconds.</summary>
    private const int Small = 1_000;

    /// <summary>A large archive is not counted again before this many times the time its last count took.</summary>
    private const int Pause = 20;

    private readonly Lock _gate = new();
    private volatile Kept? _kept;
    private Task _counting = Task.CompletedTask;

    /// <summary>Completes with what is known of a snapshot or of one shortly before it; of a large archive that was just opened, with its words alone.</summary>
    public Completer For(IndexSnapshot snapshot)
    {
        var kept = _kept;
        if (kept is not null && kept.IsOf(snapshot))
            return kept.Completer;
        if (snapshot.Searcher.IndexReader.NumDocs <= Small)
            return Count(snapshot).Completer;
        lock (_gate)
        {
            if (_counting.IsFaulted)
            {
                // Told to one caller; the next one has it tried again.
                var failed = _counting;
                _counting = Task.CompletedTask;
                failed.GetAwaiter().GetResult();
            }

            if (_counting.IsCompleted && (kept is null || Stopwatch.GetElapsedTime(kept.Since) > kept.Took * Pause))
                _counting = Task.Factory.StartNew(CountNewest, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        return kept?.Completer ?? new(snapshot.Interpreter, Topics.None);
    }

    /// <summary>Waits for a count that is under way, however it ends.</summary>
    public void Wait()
    {
        Task counting;
        lock (_gate)
            counting = _counting;
        Task.WaitAny(counting);
    }

    private void CountNewest()
    {
        try
        {
            using var snapshot = acquire();
            Count(snapshot);
        }
        catch (ObjectDisposedException)
        {
            // The archive was closed meanwhile: nobody will ask.
        }
    }

    private Kept Count(IndexSnapshot snapshot)
    {
        var start = Stopwatch.GetTimestamp();
        var completer = new Completer(snapshot.Interpreter, HeadlineRows.Count(snapshot.Searcher.IndexReader));
        return _kept = new(completer, VersionOf(snapshot), Stopwatch.GetElapsedTime(start), Stopwatch.GetTimestamp());
    }

    private static (long Generation, long Version, object Interpreter) VersionOf(IndexSnapshot snapshot) =>
        (snapshot.Generation, ((DirectoryReader)snapshot.Searcher.IndexReader).Version, snapshot.Interpreter);

    private sealed record Kept(Completer Completer, (long Generation, long Version, object Interpreter) Of, TimeSpan Took, long Since)
    {
        public bool IsOf(IndexSnapshot snapshot) => Of == VersionOf(snapshot);
    }
}
