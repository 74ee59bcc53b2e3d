namespace SearchService.Engine.Indexing;

/// <summary>
/// The one thread that changes the index: it applies batches in the order of the store's sequence numbers, makes them visible in time and
/// commits now and then. Since nothing else writes, a reader opened between two batches holds exactly the changes up to one generation.
/// </summary>
internal sealed class ChangeApplier : IDisposable
{
    /// <summary>Changes waiting before callers have to wait too.</summary>
    private const int MostWaiting = 2_000;

    // The store is the truth, so a commit only spares the next opening some replay: that of half a minute's changes at most.
    private static readonly TimeSpan CommitWhenIdle = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan CommitAtLatest = TimeSpan.FromSeconds(30);

    private readonly DocumentWriter _writer;
    private readonly Action<long> _publish;
    private readonly Action<long> _commit;
    private readonly TimeSpan _refreshAfter;
    private readonly object _gate = new();
    private readonly Queue<Item> _queue = new();
    private readonly Thread _thread;
    private int _waiting;
    private int _bulkRuns;
    private bool _closing;
    private bool _searched;
    private long _applied;
    private long _visible;
    private long _committed;
    private TimeSpan? _unseenSince;
    private TimeSpan? _uncommittedSince;
    private TimeSpan _lastChange;
    private volatile Exception? _fault;
    private volatile bool _surfaced;

    /// <summary>Starts the thread.</summary>
    /// <param name="writer">The writer, taken over.</param>
    /// <param name="generation">Generation that the writer's index holds.</param>
    /// <param name="publish">Makes what was applied visible, as a generation.</param>
    /// <param name="commit">Makes what was applied visible and commits it, as a generation.</param>
    /// <param name="refreshInterval">Longest time until a change is visible.</param>
    public ChangeApplier(DocumentWriter writer, long generation, Action<long> publish, Action<long> commit, TimeSpan refreshInterval)
    {
        (_writer, _publish, _commit) = (writer, publish, commit);
        _refreshAfter = refreshInterval / 2;
        _applied = _visible = _committed = generation;
        _thread = new Thread(Work) { Name = "index", IsBackground = true };
        _thread.Start();
    }

    private static TimeSpan Now => TimeSpan.FromMilliseconds(Environment.TickCount64);

    /// <summary>What stopped the thread; null while it runs.</summary>
    public Exception? Fault => _fault;

    /// <summary>Hands over the changes of one transaction, in order; waits while too many are waiting.</summary>
    public void Enqueue(IReadOnlyList<IndexChange> changes, long generation)
    {
        lock (_gate)
        {
            while (_waiting >= MostWaiting && _fault is null)
                Monitor.Wait(_gate);
            if (_fault is not null)
                return;
            ObjectDisposedException.ThrowIf(_closing, typeof(Archive));
            _waiting += changes.Count;
            _queue.Enqueue(new(changes, generation, null, null));
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits until all that was handed over is visible.</summary>
    public void Refresh() => Do(MakeVisible);

    /// <summary>Waits until all that was handed over is committed.</summary>
    public void Commit() => Do(CommitApplied);

    /// <summary>Commits once more, where nothing was applied since as well: what merges have made would be made again after the next opening.</summary>
    public void CommitMerges() => Do(() => _commit(_committed = _applied));

    /// <summary>Does something between two batches, on the thread, and waits for it.</summary>
    /// <exception cref="ChangesStoppedException">The thread has stopped for a fault.</exception>
    public void Do(Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_fault is { } fault)
            {
                _surfaced = true;
                throw new ChangesStoppedException(fault);
            }

            ObjectDisposedException.ThrowIf(_closing, typeof(Archive));
            _queue.Enqueue(new([], 0, work, done));
            Monitor.PulseAll(_gate);
        }

        done.Task.GetAwaiter().GetResult();
    }

    /// <summary>Counts in or out a run of bulk indexing. While one runs and nobody searches, nothing is made visible: each time costs a segment.</summary>
    public void Bulk(int by)
    {
        lock (_gate)
        {
            _bulkRuns += by;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Before a search: what a bulk run has left unseen for longer than the refresh interval is made visible now.</summary>
    public void BeforeSearch()
    {
        var late = false;
        lock (_gate)
        {
            late = !_searched && _unseenSince is { } since && Now - since > _refreshAfter && _fault is null && !_closing;
            _searched = true;
        }

        if (!late)
            return;
        try
        {
            Refresh();
        }
        catch (ChangesStoppedException)
        {
            // Searches go on with what they see; whoever changes the archive next is told.
            _surfaced = false;
        }
    }

    /// <summary>Applies and commits what is waiting, closes the writer and ends the thread.</summary>
    /// <exception cref="ChangesStoppedException">There was a fault, and nobody has been told of it.</exception>
    public void Dispose()
    {
        Close();
        if (_fault is { } fault && !_surfaced)
            throw new ChangesStoppedException(fault);
    }

    /// <summary>The same, saying nothing of a fault.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closing = true;
            Monitor.PulseAll(_gate);
        }

        _thread.Join();
    }

    private void Work()
    {
        try
        {
            while (Next() is { } item)
                Handle(item);
            if (_applied > _committed)
                CommitApplied();
            _writer.Dispose();
        }
        catch (Exception fault)
        {
            Stop(fault);
        }
    }

    private void Handle(Item item)
    {
        if (item.Errand is { } errand)
        {
            try
            {
                errand();
                item.Done!.SetResult();
            }
            catch (Exception fault)
            {
                _surfaced = true;
                item.Done!.SetException(new ChangesStoppedException(fault));
                throw;
            }
        }
        else if (item.Changes.Count > 0)
        {
            _writer.Apply(item.Changes);
            _applied = item.Generation;
            _lastChange = Now;
            _uncommittedSince ??= _lastChange;
            lock (_gate)
                _waiting -= item.Changes.Count;
        }

        if (_writer.Fault is { } merging)
            throw new IOException("Segments could not be merged: " + merging.Message, merging);
        var now = Now;
        if (RefreshIsDue(now))
            MakeVisible();
        if (CommitIsDue(now))
            CommitApplied();
    }

    /// <summary>The next thing to do, an empty item when it is time for a refresh or commit, null at the end.</summary>
    private Item? Next()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
            while (_queue.Count == 0)
            {
                if (_closing)
                    return null;
                var now = Now;
                if (RefreshIsDue(now) || CommitIsDue(now))
                    return new([], 0, null, null);
                Monitor.Wait(_gate, Pause());
            }

            var item = _queue.Dequeue();
            if (item.Changes.Count > 0)
                _unseenSince ??= Now;
            return item;
        }
    }

    private TimeSpan Pause() => _unseenSince is not null ? _refreshAfter / 4 : _uncommittedSince is not null ? CommitWhenIdle / 4 : Timeout.InfiniteTimeSpan;

    private bool RefreshIsDue(TimeSpan now) =>
        _unseenSince is { } since && now - since >= _refreshAfter && (_searched || _bulkRuns == 0);

    private bool CommitIsDue(TimeSpan now) =>
        _uncommittedSince is { } since && (now - since >= CommitAtLatest || (now - _lastChange >= CommitWhenIdle && _bulkRuns == 0));

    private void MakeVisible()
    {
        if (_applied > _visible)
            _publish(_applied);
        _visible = _applied;
        lock (_gate)
        {
            _unseenSince = null;
            _searched = false;
        }
    }

    private void CommitApplied()
    {
        if (_applied > _committed)
            _commit(_applied);
        _committed = _applied;
        _uncommittedSince = null;
    }

    private void Stop(Exception fault)
    {
        lock (_gate)
        {
            _fault = fault;
            foreach (var item in _queue)
            {
                _surfaced |= item.Done is not null;
                item.Done?.SetException(new ChangesStoppedException(fault));
            }

            _queue.Clear();
            Monitor.PulseAll(_gate);
        }

        _writer.Abandon();
    }

    private sealed record Item(IReadOnlyList<IndexChange> Changes, long Generation, Action? Errand, TaskCompletionSource? Done);
}
