using Lucene.Net.Index;
using SearchService.Articles;
using SearchService.Engine.Inversion;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.Indexing;

/// <summary>
/// Documents that come in numbers: gathered on all cores in segments of their own, which Lucene's writer adds whole when they are full, on a
/// thread beside those that go on gathering. Lucene's own gathering touches each posting several times, all over its buffers, and writes
/// what it gathered on the threads that should gather. Called by one thread.
/// </summary>
internal sealed class BulkDocuments : IDisposable
{
    private readonly IndexWriter _writer;
    private readonly Func<IndexChange, Article?> _read;
    private readonly WorkerThreads<IndexChange> _workers;
    private readonly Stack<Making> _idle = [];
    private readonly List<Making> _all = [];
    private readonly List<(Making Segment, Task Adding)> _adding = [];
    private readonly long _mostBytes;

    /// <summary>Starts the threads.</summary>
    /// <param name="writer">The writer that adds the segments.</param>
    /// <param name="bufferMegabytes">Memory for what is gathered, in MiB.</param>
    /// <param name="read">Reads the article of a change; null when it cannot be read.</param>
    public BulkDocuments(IndexWriter writer, int bufferMegabytes, Func<IndexChange, Article?> read)
    {
        (_writer, _read) = (writer, read);
        var threads = Environment.ProcessorCount;
        // One more than gather, so that one can be added meanwhile.
        for (var number = 0; number <= threads; number++)
            _all.Add(new());
        _mostBytes = ((long)bufferMegabytes << 20) / _all.Count;
        foreach (var segment in _all)
            _idle.Push(segment);
        _workers = new(threads, Gather);
    }

    /// <summary>Whether an article is in what was gathered and not yet added: Lucene's writer could not delete it.</summary>
    public bool Holds(string id) => _all.Exists(segment => segment.Ids.Contains(id));

    /// <summary>Gathers articles, none of which is held, nor in the index.</summary>
    public void Add(IReadOnlyList<IndexChange> changes)
    {
        while (_adding.Count > 1)
            EndOldest();
        _workers.Do(changes);
        foreach (var segment in _all)
        {
            if (segment.Documents.Size >= _mostBytes && !_adding.Exists(adding => adding.Segment == segment))
                Begin(segment);
        }
    }

    /// <summary>Has all that was gathered added.</summary>
    public void Flush()
    {
        foreach (var segment in _all)
        {
            if (segment.Documents.Documents > 0 && !_adding.Exists(adding => adding.Segment == segment))
                Begin(segment);
        }

        while (_adding.Count > 0)
            EndOldest();
    }

    /// <summary>Ends the threads; what was not added is dropped.</summary>
    public void Dispose()
    {
        _workers.Dispose();
        Task.WhenAll(_adding.Select(adding => adding.Adding)).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
    }

    private void Gather(IndexChange change)
    {
        Making? segment;
        lock (_idle)
            segment = _idle.Pop();
        if (_read(change) is { } article)
        {
            segment.Documents.Add(segment.Mapper.Map(article, change.Sequence));
            segment.Ids.Add(change.Id);
        }

        lock (_idle)
            _idle.Push(segment);
    }

    private void Begin(Making segment)
    {
        lock (_idle)
        {
            var others = _idle.Where(idle => idle != segment).ToArray();
            _idle.Clear();
            foreach (var other in others)
                _idle.Push(other);
        }

        _adding.Add((segment, Task.Factory.StartNew(
            () =>
            {
                using var reader = new InvertedReader(segment.Documents);
                _writer.AddIndexes(reader);
                // Adding does not ask for merges that have become due, as writing a segment of Lucene's own does.
                _writer.MaybeMerge();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }

    private void EndOldest()
    {
        var (segment, adding) = _adding[0];
        adding.GetAwaiter().GetResult();
        _adding.RemoveAt(0);
        segment.Documents.Clear();
        segment.Ids.Clear();
        lock (_idle)
            _idle.Push(segment);
    }

    private sealed class Making
    {
        public SegmentInverter Documents { get; } = new(new ArchiveSimilarity());

        public DocumentMapper Mapper { get; } = new();

        public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);
    }
}
