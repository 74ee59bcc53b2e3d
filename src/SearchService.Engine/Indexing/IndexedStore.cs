using SearchService.Articles;
using SearchService.Engine.Learning;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Indexing;

/// <summary>
/// The store with the index made from it: every change goes to the store first, is acknowledged there, and is then handed to the index
/// in the same order. Thread-safe.
/// </summary>
internal sealed class IndexedStore : IDisposable
{
    private const int MergedAtEnd = 10_000;

    private readonly ArchiveOptions _options;
    private readonly ArchivePaths _paths;
    private readonly ArchiveLock? _lock;
    private readonly ArticleStore _store;
    private readonly RefusalLog _refusals;
    private readonly Lock _writing = new();
    private readonly LexiconKeeper _lexicon;
    private volatile ArticleIndex _index;
    private bool _closed;

    private IndexedStore(ArchiveOptions options, IProgress<ArchiveProgress>? progress)
    {
        _options = options;
        _paths = new(Path.GetFullPath(options.Folder));
        _refusals = new(_paths.Refusals);
        if (options.ReadOnly)
        {
            _store = ArticleStore.OpenReadOnly(_paths);
            _index = ArticleIndex.OpenCommitted(_paths, _store, options);
            _lexicon = Lexicon();
            return;
        }

        _paths.MakeFolder();
        _lock = ArchiveLock.Take(_paths);
        try
        {
            _store = ArticleStore.Open(_paths);
            (_index, Recovered) = Recovery(progress, CancellationToken.None).Open(_lock.WasLeftOpen);
            _lexicon = Lexicon();
            _lexicon.Start();
        }
        catch
        {
            _store?.Dispose();
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>The articles.</summary>
    public ArticleStore Store => _store;

    /// <summary>What opening had to mend, for people; null when nothing.</summary>
    public string? Recovered { get; private set; }

    /// <summary>Opens an archive's folder.</summary>
    /// <exception cref="ArchiveException">See <see cref="Archive.Open"/>.</exception>
    public static IndexedStore Open(ArchiveOptions options, IProgress<ArchiveProgress>? progress)
    {
        try
        {
            return new(options, progress);
        }
        catch (Exception fault) when (fault is not ArchiveException && StorageFaults.TryExplain(fault, options.Folder, out var explained))
        {
            throw explained;
        }
    }

    /// <summary>A lease of the newest snapshot.</summary>
    public IndexSnapshot Acquire() => OnIndex(index => index.Acquire());

    /// <summary>The same for who is no reader waiting: see <see cref="ArticleIndex.Look"/>.</summary>
    public IndexSnapshot Look() => OnIndex(index => index.Look());

    /// <summary>A lease of an older snapshot; null when it is not kept any more: then the newest has to do.</summary>
    public IndexSnapshot? Acquire(long generation) => OnIndex(index => index.Acquire(generation));

    /// <summary>Keeps a snapshot for the pages to come.</summary>
    public void Keep(IndexSnapshot snapshot) => OnIndex(index =>
    {
        index.Keep(snapshot);
        return 0;
    });

    /// <summary>Adds or replaces one article.</summary>
    public ArticleChange Put(Article article)
    {
        if (ArticleIds.WhyNot(article) is { } reason)
            throw new ArgumentException(reason, nameof(article));
        return Explaining(() => Put([PackedArticle.Of(article)])[0].Change);
    }

    /// <summary>Removes an article.</summary>
    public bool Delete(string id) => Explaining(() =>
    {
        lock (_writing)
        {
            var writer = Writer();
            if (writer.Remove(id) is not { } sequence)
                return false;
            _index.Apply([IndexChange.Removed(id, sequence)], sequence);
            _lexicon.Changed(1);
            return true;
        }
    });

    /// <summary>Adds or replaces articles in bulk.</summary>
    public IndexReport Index(IEnumerable<ReadOutcome> outcomes, IProgress<ArchiveProgress>? progress, CancellationToken cancellation) => Explaining(() =>
    {
        Writer();
        var index = _index;
        index.Bulk(1);
        _lexicon.Bulk(1);
        var run = new IndexingRun(Put, _refusals, progress, cancellation);
        try
        {
            run.Run(outcomes);
        }
        finally
        {
            index.Bulk(-1);
            _lexicon.Bulk(-1);
        }

        Refresh();
        var report = run.Report();
        if (report.Added + report.Updated >= MergedAtEnd)
        {
            _index.Commit();
            report = run.Report();
            report = report with { MergeSeconds = _index.Settle().TotalSeconds };
        }

        _lexicon.AfterRun(progress, cancellation);
        return report;
    });

    /// <summary>Waits until searches see every change acknowledged before the call.</summary>
    public void Refresh() => Explaining(() => OnIndex(index =>
    {
        index.Refresh();
        if (_options.ReadOnly)
            _lexicon.Reload();
        return 0;
    }));

    /// <summary>Checks store, index and their agreement.</summary>
    public VerifyReport Verify(IProgress<ArchiveProgress>? progress, CancellationToken cancellation) => Explaining(() =>
    {
        var verifier = new ArchiveVerifier(_store, _paths, progress, cancellation);
        if (_options.ReadOnly)
            return verifier.VerifyBesideWriter();
        lock (_writing)
        {
            Writer();
            _index.Commit();
            return verifier.Verify();
        }
    });

    /// <summary>Makes the index anew from the store; searches and changes go on meanwhile.</summary>
    public void Rebuild(IProgress<ArchiveProgress>? progress, CancellationToken cancellation) => Explaining(() =>
    {
        Writer();
        var recovery = Recovery(progress, cancellation);
        recovery.MakeAnew();
        lock (_writing)
        {
            recovery.CatchUp();
            _index.Dispose();
            recovery.Swap();
            (_index, _) = recovery.Open(wasLeftOpen: false);
            _index.Use(_lexicon.Current);
        }

        _lexicon.Learn(progress, cancellation);
        return 0;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _closed, true))
            Explaining(Close);
    }

    private StoreChange[] Put(IReadOnlyList<PackedArticle> articles)
    {
        lock (_writing)
        {
            var writer = Writer();
            var changes = writer.Put(articles);
            var work = new List<IndexChange>(changes.Length);
            for (var i = 0; i < changes.Length; i++)
            {
                if (changes[i].Change != ArticleChange.Unchanged)
                    work.Add(IndexChange.Stored(articles[i].Article, changes[i]));
            }

            if (work.Count > 0)
            {
                _index.Apply(work, writer.Sequence);
                _lexicon.Changed(work.Count);
            }

            return changes;
        }
    }

    /// <summary>The store's writer, once the index is able to follow it: one that has stopped for a fault is opened again here.</summary>
    private StoreWriter Writer()
    {
        if (_store.Writer is not { } writer)
            throw new InvalidOperationException("The archive is open read-only.");
        if (_index.Fault is not null)
        {
            lock (_writing)
            {
                if (_index.Fault is not null)
                {
                    // Searches go on with what the stopped index has shown until another is open: on a disk that is still full none will be.
                    var stopped = _index;
                    stopped.EndChanges();
                    (_index, Recovered) = Recovery(null, CancellationToken.None).Open(wasLeftOpen: false);
                    stopped.EndSearches();
                    _index.Use(_lexicon.Current);
                }
            }
        }

        return writer;
    }

    // The index may be replaced by a rebuild between reading the field and using it; then the new one is waited for.
    private T OnIndex<T>(Func<ArticleIndex, T> use)
    {
        var index = _index;
        try
        {
            return use(index);
        }
        catch (ObjectDisposedException)
        {
            lock (_writing)
            {
                if (_index == index)
                    throw;
                return use(_index);
            }
        }
    }

    private T Explaining<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is not ArchiveException && StorageFaults.TryExplain(fault, _paths.Folder, out var explained))
        {
            throw explained;
        }
        catch (ChangesStoppedException fault)
        {
            throw new ArchiveException("archive_damaged", $"{fault.Message} Every acknowledged article is kept; the index follows when the archive is opened again.", fault);
        }
    }

    private int Close()
    {
        _lexicon.Dispose();
        try
        {
            _index.Dispose();
            return 0;
        }
        finally
        {
            _refusals.Dispose();
            _store.Dispose();
            _lock?.Dispose();
        }
    }

    private LexiconKeeper Lexicon()
    {
        var lexicon = new LexiconKeeper(_paths, _store, learnt => _index.Use(learnt));
        _index.Use(lexicon.Current);
        return lexicon;
    }

    private IndexRecovery Recovery(IProgress<ArchiveProgress>? progress, CancellationToken cancellation) =>
        new(_paths, _store, _options with { ReadOnly = false }, progress, cancellation);
}
