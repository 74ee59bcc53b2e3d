using SearchService.Engine.Indexing;
using SearchService.Engine.Storage;
using SearchService.Language.Alignment;

namespace SearchService.Engine.Learning;

/// <summary>
/// Keeps what an archive teaches up to date: learns in the background once enough articles have changed, and after a run of indexing.
/// No search waits for it, and what goes wrong costs only what would have been learnt. Thread-safe; one run at a time.
/// </summary>
internal sealed class LexiconKeeper : IDisposable
{
    /// <summary>Changed articles that are worth a run in the background, and the part of what was learnt from that they have to be.</summary>
    private const int FewestChanges = 50;
    private const double ChangedShare = 0.1;

    /// <summary>After a run of indexing less is enough: somebody waits for it to end anyway.</summary>
    private const double ChangedShareOfRun = 0.01;

    // What comes in a burst is learnt from together.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);

    private readonly ArchivePaths _paths;
    private readonly ArticleStore _store;
    private readonly Action<LearntLexicon> _use;
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _learning = new();
    private readonly Lock _gate = new();
    private LearntState? _state;
    private DateTime _written;
    private long _changes;
    private int _bulkRuns;
    private Thread? _thread;

    /// <summary>Reads what was learnt; nothing is learnt yet.</summary>
    /// <param name="paths">The archive's folder.</param>
    /// <param name="store">Its store.</param>
    /// <param name="use">Takes what has been learnt, each time.</param>
    public LexiconKeeper(ArchivePaths paths, ArticleStore store, Action<LearntLexicon> use)
    {
        (_paths, _store, _use) = (paths, store, use);
        Load();
    }

    /// <summary>What the archive has taught so far.</summary>
    public LearntLexicon Current => Volatile.Read(ref _state)?.Lexicon ?? LearntLexicon.Empty;

    /// <summary>Begins to keep it up to date: learns anew, in the background, where the file was missing, damaged or behind.</summary>
    public void Start()
    {
        var generation = _store.Generation;
        if (_state is { } state && state.Generation <= generation)
            Changed(generation - state.Generation);
        else if (generation > 0)
            Changed(Math.Max(FewestChanges, generation));
    }

    /// <summary>Counts changed articles, and learns in the background when they are enough.</summary>
    public void Changed(long articles)
    {
        lock (_gate)
        {
            _changes += articles;
            if (_thread is not null || _bulkRuns > 0 || _closing.IsCancellationRequested || !IsDue(FewestChanges, ChangedShare))
                return;
            _thread = new Thread(LearnInBackground) { Name = "lexicon", IsBackground = true, Priority = ThreadPriority.BelowNormal };
            _thread.Start();
        }
    }

    /// <summary>Counts in (1) or out (-1) a run of indexing, which is learnt from once, when it has ended.</summary>
    public void Bulk(int by)
    {
        lock (_gate)
            _bulkRuns += by;
    }

    /// <summary>Learns now if a run of indexing has changed enough.</summary>
    public void AfterRun(IProgress<ArchiveProgress>? progress, CancellationToken cancellation)
    {
        bool due;
        lock (_gate)
            due = IsDue(1, ChangedShareOfRun);
        if (due)
            Learn(progress, cancellation);
    }

    /// <summary>Learns now, on this thread, from all there is; waits for a run under way.</summary>
    public void Learn(IProgress<ArchiveProgress>? progress, CancellationToken cancellation)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _closing.Token);
        try
        {
            lock (_learning)
                LearnAll(progress, stopped.Token);
        }
        catch (OperationCanceledException)
        {
            // The changes stay counted: the next run learns from them.
        }
    }

    /// <summary>Reads what another process has learnt since.</summary>
    public void Reload()
    {
        lock (_gate)
        {
            if (File.GetLastWriteTimeUtc(_paths.Learnt) == _written)
                return;
            Load();
        }

        _use(Current);
    }

    /// <summary>Gives up a run under way, and waits until it has.</summary>
    public void Dispose()
    {
        Thread? thread;
        lock (_gate)
        {
            _closing.Cancel();
            thread = _thread;
        }

        thread?.Join();
    }

    private bool IsDue(int fewest, double share) => _changes >= Math.Max(fewest, share * Current.Pairs);

    private void Load()
    {
        _written = File.GetLastWriteTimeUtc(_paths.Learnt);
        Volatile.Write(ref _state, LearntFile.Read(_paths.Learnt) is { } state && state.Store == _store.Identity ? state : null);
    }

    private void LearnInBackground()
    {
        do
        {
            _closing.Token.WaitHandle.WaitOne(Settling);
            Learn(null, CancellationToken.None);
        }
        while (!Ends());
    }

    private bool Ends()
    {
        lock (_gate)
        {
            var ends = _closing.IsCancellationRequested || !IsDue(FewestChanges, ChangedShare);
            if (ends)
                _thread = null;
            return ends;
        }
    }

    private void LearnAll(IProgress<ArchiveProgress>? progress, CancellationToken cancellation)
    {
        long changes;
        lock (_gate)
            changes = _changes;
        try
        {
            progress?.Report(new("Learning", 0));
            var generation = _store.Generation;
            var lexicon = LexiconLearning.Learn(StoredTitles.Read(_store, cancellation), cancellation);
            var state = new LearntState(_store.Identity, generation, lexicon);
            Volatile.Write(ref _state, state);
            _use(lexicon);
            LearntFile.Write(_paths.Learnt, state);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException) && (fault is IOException || StorageFaults.TryExplain(fault, _paths.Folder, out _)))
        {
            // Searches go on with what was learnt before; it is tried again after as many changes.
        }

        lock (_gate)
            _changes -= changes;
    }
}
