namespace SearchService.Engine.Indexing;

/// <summary>
/// Threads that share out a list of work with the caller's thread. They live as long as this does: Lucene binds a buffer to each thread
/// that adds documents, and threads that come and go end up waiting for the same one.
/// </summary>
/// <typeparam name="T">What is worked on.</typeparam>
internal sealed class WorkerThreads<T> : IDisposable
{
    private readonly Action<T> _work;
    private readonly Thread[] _threads;
    private readonly SemaphoreSlim _begin = new(0);
    private readonly CountdownEvent _working = new(1);
    private IReadOnlyList<T> _items = [];
    private int _next;
    private Exception? _fault;
    private volatile bool _closing;

    /// <summary>Starts the threads.</summary>
    /// <param name="threads">How many threads work, the caller's included; 1 or more.</param>
    /// <param name="work">What is done with each item, on any of them.</param>
    public WorkerThreads(int threads, Action<T> work)
    {
        _work = work;
        _threads = [.. Enumerable.Range(1, threads - 1).Select(number => new Thread(Help) { Name = $"index {number}", IsBackground = true })];
        foreach (var thread in _threads)
            thread.Start();
    }

    /// <summary>Works on all items, in no order; one call at a time. Throws the first fault, after which some items are left.</summary>
    public void Do(IReadOnlyList<T> items)
    {
        var helpers = Math.Min(_threads.Length, items.Count / 2);
        (_items, _next, _fault) = (items, -1, null);
        _working.Reset(helpers + 1);
        if (helpers > 0)
            _begin.Release(helpers);
        Work();
        _working.Wait();
        if (_fault is { } fault)
            throw new InvalidOperationException("A document could not be indexed: " + fault.Message, fault);
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        _closing = true;
        if (_threads.Length > 0)
            _begin.Release(_threads.Length);
        foreach (var thread in _threads)
            thread.Join();
        _begin.Dispose();
        _working.Dispose();
    }

    private void Help()
    {
        while (true)
        {
            _begin.Wait();
            if (_closing)
                return;
            Work();
        }
    }

    private void Work()
    {
        try
        {
            while (Volatile.Read(ref _fault) is null && Interlocked.Increment(ref _next) is var at && at < _items.Count)
                _work(_items[at]);
        }
        catch (Exception fault)
        {
            Interlocked.CompareExchange(ref _fault, fault, null);
        }
        finally
        {
            _working.Signal();
        }
    }
}
