using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Engine.Indexing;

namespace SearchService.Engine.Stories;

/// <summary>
/// Follows an index from reader to reader, so that each snapshot has its stories. What is known of a text comes out of the index, where its
/// signature was written with it; so stories are the same after a restart, and follow updates, removals and rebuilds by themselves. The work
/// is done in the background, in the order of the readers, or by the first search that needs it.
/// </summary>
internal sealed class StoryKeeper : IDisposable
{
    // Of so many removed articles, and of more than are left, the table is made anew: it would grow with every update.
    private const int ManyRemoved = 10_000;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private readonly object _working = new();
    private readonly Lock _queueing = new();
    private readonly Queue<PendingStories> _queue = new();
    private Dictionary<object, Known> _segments = [];
    private StoryTable _table = new();
    private DirectoryReader? _reader;
    private long _last;
    private volatile bool _closed;

    /// <summary>Begins to find the stories of the next reader.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="kept">Its stories where they are known. They do for it; those of later readers need them to be found again all the same.</param>
    /// <param name="now">Whether that is begun now: where articles are going to come.</param>
    public PendingStories Follow(DirectoryReader reader, SnapshotStories? kept = null, bool now = true)
    {
        var pending = new PendingStories(this, reader);
        if (kept is not null)
            pending.Know(kept);
        lock (_queueing)
        {
            if (_closed)
                return pending;
            reader.IncRef();
            _queue.Enqueue(pending);
        }

        // Nothing waits for it: the first searches and what else is done at opening come first.
        if (now && kept is not null)
            Task.Delay(Rest).ContinueWith(_ => WorkThrough(), TaskScheduler.Default);
        else if (now)
            ThreadPool.UnsafeQueueUserWorkItem(static keeper => keeper.WorkThrough(), this, preferLocal: false);
        return pending;
    }

    /// <summary>Does what is queued up to a reader's stories, unless another thread does and takes longer than the caller will wait.</summary>
    public void WorkUpTo(PendingStories wanted, TimeSpan patience)
    {
        if (!Monitor.TryEnter(_working, patience))
            return;
        try
        {
            while (!wanted.IsKnown && Next() is { } pending)
                Work(pending);
        }
        finally
        {
            Monitor.Exit(_working);
        }
    }

    private void WorkThrough()
    {
        lock (_working)
        {
            while (Next() is { } pending)
                Work(pending);
        }
    }

    /// <summary>Gives up what is queued, and lets go of the reader.</summary>
    public void Dispose()
    {
        _closed = true;
        lock (_working)
        {
            while (Next() is { } pending)
                pending.Reader.DecRef();
            _reader?.DecRef();
            _reader = null;
        }
    }

    private PendingStories? Next()
    {
        lock (_queueing)
            return _queue.TryDequeue(out var pending) ? pending : null;
    }

    private void Work(PendingStories pending)
    {
        var reader = pending.Reader;
        try
        {
            if (!_closed)
                pending.Know(Stories(reader));
            (reader, _reader) = (_reader, reader);
        }
        catch (OperationCanceledException)
        {
            // The archive is closing: nobody will ask.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Searches of this snapshot say that they know no stories; the next one's are found from the beginning.
            (_table, _segments, _last) = (new(), [], 0);
        }
        finally
        {
            reader?.DecRef();
        }
    }

    private SnapshotStories Stories(DirectoryReader reader)
    {
        if (_table.Removed > Math.Max(ManyRemoved, _table.Articles))
            (_table, _segments, _last) = (new(), [], 0);
        var segments = new Dictionary<object, Known>();
        var fresh = new List<Known>();
        foreach (var leaf in reader.Leaves)
        {
            var segment = leaf.AtomicReader;
            var known = _segments.GetValueOrDefault(segment.CoreCacheKey);
            var now = known is not null && known.Live == segment.NumDocs ? known : new Known(segment, known);
            segments.Add(segment.CoreCacheKey, now);
            if (now != known)
                fresh.Add(now);
        }

        RemoveGone(segments, fresh);
        AddNew(fresh);
        foreach (var known in segments.Values)
            (known.Stories, known.Signatures) = (known.Stories?.After(_table.Touched, _table) ?? new(known.Sequences, _table), null);
        _table.Touched.Clear();
        _segments = segments;
        return new([.. reader.Leaves], [.. reader.Leaves.Select(leaf => segments[leaf.AtomicReader.CoreCacheKey].Stories!)], _table.HighestNumber);
    }

    // What was in a segment that has gone or lost articles, and is in no segment that has come, was removed.
    private void RemoveGone(Dictionary<object, Known> segments, List<Known> fresh)
    {
        var left = _segments.Where(former => segments.GetValueOrDefault(former.Key) != former.Value).SelectMany(former => former.Value.Sequences).Where(sequence => sequence > 0).ToHashSet();
        if (left.Count == 0)
            return;
        foreach (var known in fresh)
            left.ExceptWith(known.Sequences);
        foreach (var sequence in left.Order())
            _table.Remove(sequence);
    }

    private void AddNew(List<Known> fresh)
    {
        var added = new List<(long Sequence, Known Segment, int Document)>();
        foreach (var known in fresh)
        {
            for (var document = 0; document < known.Sequences.Length; document++)
            {
                if (known.Sequences[document] > _last)
                    added.Add((known.Sequences[document], known, document));
            }
        }

        added.Sort(static (one, other) => one.Sequence.CompareTo(other.Sequence));
        var signature = new BytesRef();
        foreach (var (sequence, segment, document) in added)
        {
            if (_closed)
                throw new OperationCanceledException();
            _last = sequence;
            segment.Signatures?.Get(document, signature);
            if (segment.Signatures is not null && signature.Length == Signature.Length)
                _table.Add(sequence, signature.Bytes.AsSpan(signature.Offset, signature.Length));
        }
    }

    /// <summary>What is known of a segment.</summary>
    private sealed class Known
    {
        public Known(AtomicReader segment, Known? former)
        {
            Live = segment.NumDocs;
            Sequences = former is null ? Numbers(segment) : (long[])former.Sequences.Clone();
            Signatures = former is null ? segment.GetBinaryDocValues(IndexFields.Signature) : null;
            Stories = former?.Stories;
            for (var document = 0; segment.LiveDocs is { } live && document < Sequences.Length; document++)
                Sequences[document] = live.Get(document) ? Sequences[document] : 0;
        }

        public int Live { get; }

        /// <summary>By document; 0 for those deleted.</summary>
        public long[] Sequences { get; }

        /// <summary>Read by the one thread that makes the stories, while the segment is new.</summary>
        public BinaryDocValues? Signatures { get; set; }

        public SegmentStories? Stories { get; set; }

        private static long[] Numbers(AtomicReader segment)
        {
            var numbers = new long[segment.MaxDoc];
            if (segment.GetNumericDocValues(IndexFields.Sequence) is { } values)
            {
                for (var document = 0; document < numbers.Length; document++)
                    numbers[document] = values.Get(document);
            }

            return numbers;
        }
    }
}
