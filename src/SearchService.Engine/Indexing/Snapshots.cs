using Lucene.Net.Index;
using SearchService.Engine.Stories;
using SearchService.Engine.TopK;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Indexing;

/// <summary>The newest snapshot and the older ones kept for paging. Thread-safe; counts references so that no reader closes under a search.</summary>
/// <param name="lifetime">How long an older snapshot is kept after it was last asked for.</param>
/// <param name="interpreter">Reads words with those of the archive.</param>
internal sealed class Snapshots(TimeSpan lifetime, Interpreter interpreter) : IDisposable
{
    /// <summary>Most snapshots kept: each pins the files of segments merged since.</summary>
    private const int MostKept = 32;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Kept> _kept = [];
    private ArchiveSearcher? _newest;
    private long _generation;
    private bool _closed;

    /// <summary>Generation of the newest snapshot.</summary>
    public long Generation => Volatile.Read(ref _generation);

    /// <summary>Makes a reader the newest snapshot.</summary>
    /// <param name="reader">The reader; the caller's reference to it is taken over.</param>
    /// <param name="generation">Sequence number of the last change it holds.</param>
    /// <param name="stories">Its stories.</param>
    public void Publish(DirectoryReader reader, long generation, PendingStories? stories = null)
    {
        var searcher = new ArchiveSearcher(reader, stories);
        lock (_gate)
        {
            _newest?.IndexReader.DecRef();
            _newest = searcher;
            Volatile.Write(ref _generation, generation);
            Forget();
        }
    }

    /// <summary>The newest snapshot got a higher generation without a change: an update that the index did not have to see.</summary>
    public void Advance(long generation) => Volatile.Write(ref _generation, generation);

    /// <summary>A lease of the newest snapshot.</summary>
    public IndexSnapshot Acquire()
    {
        lock (_gate)
            return Lease(_newest, _generation);
    }

    /// <summary>A lease of an older snapshot; null when it is not kept any more.</summary>
    public IndexSnapshot? Acquire(long generation)
    {
        lock (_gate)
        {
            if (generation == _generation)
                return Lease(_newest, _generation);
            Forget();
            if (!_kept.Remove(generation, out var kept))
                return null;
            _kept[generation] = kept with { Until = Environment.TickCount64 + (long)lifetime.TotalMilliseconds };
            return Lease(kept.Searcher, generation);
        }
    }

    /// <summary>Keeps a snapshot for the pages to come, longest-kept ones giving way.</summary>
    public void Keep(IndexSnapshot snapshot)
    {
        lock (_gate)
        {
            if (_closed)
                return;
            Forget();
            if (_kept.Remove(snapshot.Generation, out var known))
                known.Searcher.IndexReader.DecRef();
            else if (_kept.Count >= MostKept)
                Forget(_kept.MinBy(kept => kept.Value.Until).Key);
            snapshot.Searcher.IndexReader.IncRef();
            _kept[snapshot.Generation] = new(snapshot.Searcher, Environment.TickCount64 + (long)lifetime.TotalMilliseconds);
        }
    }

    /// <summary>Lets go of all snapshots; those on lease close with their last lease.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var generation in _kept.Keys.ToArray())
                Forget(generation);
            _newest?.IndexReader.DecRef();
            _newest = null;
        }
    }

    private IndexSnapshot Lease(ArchiveSearcher? searcher, long generation)
    {
        ObjectDisposedException.ThrowIf(searcher is null, typeof(Archive));
        searcher.IndexReader.IncRef();
        return new(searcher, generation, interpreter);
    }

    private void Forget()
    {
        var now = Environment.TickCount64;
        foreach (var (generation, kept) in _kept.ToArray())
        {
            if (kept.Until < now)
                Forget(generation);
        }
    }

    private void Forget(long generation)
    {
        if (_kept.Remove(generation, out var kept))
            kept.Searcher.IndexReader.DecRef();
    }

    private readonly record struct Kept(ArchiveSearcher Searcher, long Until);
}
