using System.Diagnostics;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Alerts;

/// <summary>
/// Matches what arrives against the saved searches, beside indexing and never in its way: rounds on a thread of low priority, each on what the
/// index has made visible since the round before. The store keeps how far that has come, in the transaction of the last matches, so a crash
/// costs a round and no match. Thread-safe; one round at a time.
/// </summary>
/// <param name="articles">The archive.</param>
/// <param name="alerts">Saved searches and matches.</param>
/// <param name="interval">Time between two looks for arrivals.</param>
internal sealed class AlertMatcher(IndexedStore articles, AlertStore alerts, TimeSpan interval) : IDisposable
{
    /// <summary>Most matches of one search that are kept: those that arrived last.</summary>
    public const int MostMatches = 1_000;

    // Matches written in one transaction: while it lasts, no article can be put.
    private const int Piece = 2_000;

    // With many saved searches a round costs the same for one article as for hundreds: then it waits for more, so that a fifth of a core at most is spent.
    private const int RestPerWork = 4;
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    private readonly Lock _round = new();
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _closing = new();
    private readonly Dictionary<object, long> _newest = [];
    private Thread? _thread;
    private List<(SavedSearch Search, SearchRequest Request)>? _searches;
    private volatile Exception? _fault;

    /// <summary>Why the last round failed; null while all is well. It is tried again.</summary>
    public Exception? Fault => _fault;

    /// <summary>Begins to match in the background, where there is anything to match against.</summary>
    public void Start()
    {
        lock (_gate)
        {
            if (_thread is not null || _closing.IsSet || alerts.Count() == 0)
                return;
            _thread = new Thread(Work) { Name = "alerts", IsBackground = true, Priority = ThreadPriority.BelowNormal };
            _thread.Start();
        }
    }

    /// <summary>The saved searches have changed.</summary>
    /// <param name="start">Whether to begin to match in the background, if that has not been done.</param>
    public void Changed(bool start = true)
    {
        Volatile.Write(ref _searches, null);
        if (start)
            Start();
    }

    /// <summary>Matches, on this thread, all that searches see.</summary>
    /// <returns>How many new matches there are.</returns>
    public long CatchUp(IProgress<ArchiveProgress>? progress, CancellationToken cancellation) => Round(progress, cancellation);

    /// <summary>Does something while no round is under way and none begins.</summary>
    public T WithoutRounds<T>(Func<T> work)
    {
        using var alone = _round.EnterScope();
        return work();
    }

    /// <summary>Gives up a round under way, and waits until it has.</summary>
    public void Dispose()
    {
        Thread? thread;
        lock (_gate)
        {
            _closing.Set();
            thread = _thread;
        }

        thread?.Join();
        _closing.Dispose();
    }

    private void Work()
    {
        var pause = TimeSpan.Zero;
        while (!_closing.Wait(pause))
        {
            pause = interval;
            if (articles.Store.Generation == alerts.Matched())
                continue;
            var start = Stopwatch.GetTimestamp();
            try
            {
                Round(null, CancellationToken.None);
                _fault = null;
                var rest = Stopwatch.GetElapsedTime(start) * RestPerWork;
                pause = rest < interval ? interval : rest > LongestRest ? LongestRest : rest;
            }
            catch (OperationCanceledException)
            {
                // Closing.
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // A full disk, an index that is opened anew: the articles wait, and feeds say how far they have come.
                _fault = fault;
                pause = AfterFault;
            }
        }
    }

    private long Round(IProgress<ArchiveProgress>? progress, CancellationToken cancellation)
    {
        using var alone = _round.EnterScope();
        using var snapshot = articles.Look();
        var matched = alerts.Matched();
        // After the snapshot: a search that is saved later has seen all that the snapshot holds.
        var searches = Searches();
        if (searches.Count == 0 || snapshot.Generation <= matched)
            return 0;
        using var arrivals = new Arrivals(snapshot, matched, _newest);
        var (matches, all) = (new List<AlertMatch>(), 0L);
        for (var done = 0; done < searches.Count && !arrivals.None; done++)
        {
            if (_closing.IsSet)
                throw new OperationCanceledException();
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new("Matching saved searches", done, searches.Count));
            var (search, request) = searches[done];
            if (search.Generation >= snapshot.Generation)
                continue;
            var now = DateTimeOffset.UtcNow;
            matches.AddRange(arrivals.Answering(request, search.Generation, MostMatches).Select(one => new AlertMatch(search.Number, one.Sequence, one.Id, now, false)));
            all += matches.Count >= Piece ? Keep(null) : 0;
        }

        return all + Keep(snapshot.Generation);

        int Keep(long? mark)
        {
            var count = matches.Count;
            alerts.Keep(matches, MostMatches, mark);
            matches.Clear();
            return count;
        }
    }

    private List<(SavedSearch Search, SearchRequest Request)> Searches()
    {
        while (true)
        {
            if (Volatile.Read(ref _searches) is { } known)
                return known;
            var read = new List<(SavedSearch, SearchRequest)>();
            foreach (var search in alerts.List())
            {
                // A query that another version of the program would not read any more is matched by nothing; its feed says why.
                if (SearchRequest.TryCreate(SavedSearch.Searched(search.Asked), out var request, out _))
                    read.Add((search, request));
            }

            Volatile.Write(ref _searches, read);
            return read;
        }
    }
}
