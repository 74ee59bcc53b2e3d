using System.Diagnostics;
using System.Threading.Channels;
using SearchService.Articles;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Indexing;

/// <summary>
/// One run of bulk indexing, as a pipeline with bounded memory: the caller's thread reads; articles are packed on all cores in chunks;
/// one thread stores them in the order read, a transaction at a time, and hands each transaction on to the index.
/// </summary>
/// <param name="store">Stores articles and hands them to the index; returns what happened to each.</param>
/// <param name="refusals">Where refusals go.</param>
/// <param name="progress">Told now and then.</param>
/// <param name="cancellation">Stops reading; what was read by then is still stored.</param>
internal sealed class IndexingRun(Func<IReadOnlyList<PackedArticle>, StoreChange[]> store, RefusalLog refusals, IProgress<ArchiveProgress>? progress, CancellationToken cancellation)
{
    // Weights are UTF-16 units of text. At most (Chunks + 1) chunks and one transaction are in memory here, and two more in the index's queue.
    private const int ChunkArticles = 64;
    private const long ChunkWeight = 1 << 19;
    private const int TransactionArticles = 1_000;
    private const long TransactionWeight = 4 << 20;
    private static readonly int Chunks = Environment.ProcessorCount + 2;
    private static readonly TimeSpan TransactionAge = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(200);

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Lock _chunking = new();
    private List<Article> _chunk = new(ChunkArticles);
    private long _chunkWeight;
    private long _read;
    private long _added;
    private long _updated;
    private long _unchanged;
    private long _refused;
    private TimeSpan _reported;

    /// <summary>What has happened so far.</summary>
    public IndexReport Report() => new(
        Interlocked.Read(ref _read), Interlocked.Read(ref _added), Interlocked.Read(ref _updated), Interlocked.Read(ref _unchanged), Interlocked.Read(ref _refused),
        Stopwatch.GetElapsedTime(_started).TotalSeconds);

    /// <summary>Reads to the end, or until it is cancelled. All that was read is stored when it returns or throws, unless storing failed.</summary>
    public void Run(IEnumerable<ReadOutcome> outcomes)
    {
        var chunks = Channel.CreateBounded<Task<Chunk>>(Chunks);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var storing = Task.Factory.StartNew(() => StoreAll(chunks.Reader, stopped), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            ReadAll(outcomes, chunks.Writer, stopped.Token);
        }
        finally
        {
            chunks.Writer.Complete();
            // A failure to store is the one to report: it is why reading stopped.
            storing.GetAwaiter().GetResult();
            refusals.Flush();
        }

        cancellation.ThrowIfCancellationRequested();
    }

    private void ReadAll(IEnumerable<ReadOutcome> outcomes, ChannelWriter<Task<Chunk>> chunks, CancellationToken stopped)
    {
        // What a slow source has given so far is handed on by the clock.
        using var clock = new Timer(_ => Hand(patient: false), null, TransactionAge, TransactionAge);
        try
        {
            foreach (var outcome in outcomes)
            {
                Interlocked.Increment(ref _read);
                if (outcome.Failure is { } failure)
                    Refuse(failure);
                else if (outcome.Article is { } article && Add(article))
                    Hand(patient: true);
                if (stopped.IsCancellationRequested)
                    break;
            }
        }
        finally
        {
            Hand(patient: true);
        }

        bool Add(Article article)
        {
            lock (_chunking)
            {
                _chunk.Add(article);
                _chunkWeight += WeightOf(article);
                return _chunk.Count >= ChunkArticles || _chunkWeight >= ChunkWeight;
            }
        }

        // The clock never waits, neither for the lock nor for room: callbacks that pile up would take the threads that pack.
        void Hand(bool patient)
        {
            if (patient)
                _chunking.Enter();
            else if (!_chunking.TryEnter())
                return;
            try
            {
                if (_chunk.Count == 0)
                    return;
                var (articles, weight) = (_chunk, _chunkWeight);
                var packing = new Task<Chunk>(() => Pack(articles, weight));
                while (!chunks.TryWrite(packing))
                {
                    if (!patient || !chunks.WaitToWriteAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
                        return;
                }

                packing.Start(TaskScheduler.Default);
                (_chunk, _chunkWeight) = (new(ChunkArticles), 0);
            }
            finally
            {
                _chunking.Exit();
            }
        }
    }

    private Chunk Pack(List<Article> articles, long weight)
    {
        var packed = new List<PackedArticle>(articles.Count);
        foreach (var article in articles)
        {
            if (ArticleIds.WhyNot(article) is { } reason)
                Refuse(new(article.Source ?? article.Url ?? "", null, reason));
            else
                packed.Add(PackedArticle.Of(article));
        }

        return new(packed, weight);
    }

    private void StoreAll(ChannelReader<Task<Chunk>> chunks, CancellationTokenSource stopped)
    {
        try
        {
            var batch = new List<PackedArticle>(TransactionArticles + ChunkArticles);
            while (Next(chunks, Timeout.InfiniteTimeSpan) is { } first)
            {
                var begun = Stopwatch.GetTimestamp();
                var weight = first.Weight;
                batch.AddRange(first.Articles);
                while (batch.Count < TransactionArticles
                    && weight < TransactionWeight
                    && Stopwatch.GetElapsedTime(begun) is var age && age < TransactionAge
                    && Next(chunks, TransactionAge - age) is { } next)
                {
                    weight += next.Weight;
                    batch.AddRange(next.Articles);
                }

                Store(batch);
                batch.Clear();
            }
        }
        catch
        {
            stopped.Cancel();
            while (chunks.TryRead(out _) || chunks.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
            {
                // The reader must not be left waiting for room.
            }

            throw;
        }
    }

    /// <summary>The next chunk; null when there is none in time, or none any more.</summary>
    private static Chunk? Next(ChannelReader<Task<Chunk>> chunks, TimeSpan patience)
    {
        if (!chunks.TryRead(out var packing))
        {
            var waiting = chunks.WaitToReadAsync(CancellationToken.None).AsTask();
            if (!waiting.Wait(patience) || !waiting.Result || !chunks.TryRead(out packing))
                return null;
        }

        return packing.GetAwaiter().GetResult();
    }

    private void Store(List<PackedArticle> batch)
    {
        if (batch.Count == 0)
            return;
        foreach (var change in store(batch))
        {
            switch (change.Change)
            {
                case ArticleChange.Added: Interlocked.Increment(ref _added); break;
                case ArticleChange.Updated: Interlocked.Increment(ref _updated); break;
                default: Interlocked.Increment(ref _unchanged); break;
            }
        }

        var now = Stopwatch.GetElapsedTime(_started);
        if (progress is null || now - _reported < ProgressInterval)
            return;
        _reported = now;
        progress.Report(new("Reading", Interlocked.Read(ref _added) + Interlocked.Read(ref _updated) + Interlocked.Read(ref _unchanged), null, Interlocked.Read(ref _refused)));
    }

    private void Refuse(ReadFailure failure)
    {
        Interlocked.Increment(ref _refused);
        refusals.Add(failure);
    }

    private static long WeightOf(Article article) => article.Body.Length + article.Headline.Length + article.WebTitle.Length + 500;

    private sealed record Chunk(List<PackedArticle> Articles, long Weight);
}
