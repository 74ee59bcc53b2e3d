using System.Diagnostics;
using Lucene.Net.Index;
using SearchService.Engine.Storage;
using SearchService.Engine.Stories;
using SearchService.Language.Alignment;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Indexing;

/// <summary>The index in one folder: takes the store's changes in order, and leases snapshots to searches. Thread-safe.</summary>
internal sealed class ArticleIndex : IDisposable
{
    /// <summary>How long closing may wait for stories to be found, so that they are kept.</summary>
    private static readonly TimeSpan LongestKeeping = TimeSpan.FromSeconds(20);

    /// <summary>Of what is not in the largest segment: more than one article in so many is too much.</summary>
    private const int MostBeside = 5;

    /// <summary>How often an index is opened for reading whose writer commits faster than that.</summary>
    private const int MostTries = 10;

    private readonly IndexDirectory _directory;
    private readonly Snapshots _snapshots;
    private readonly Vocabulary _vocabulary = new();
    private readonly Interpreter _interpreter;
    private readonly ChangeApplier? _changes;
    private readonly DocumentWriter? _writer;
    private readonly VocabularyFile _words;
    private readonly StoryKeeper _stories = new();
    private readonly StoriesFile _storiesFile;
    private PendingStories _found;
    private (PendingStories Found, string State)? _unkept;
    private DirectoryReader _reader;

    private ArticleIndex(string folder, string store, ArchiveOptions options)
    {
        ReadingTables.Begin();
        _directory = new IndexDirectory(folder);
        _interpreter = Interpreter.Bilingual(_vocabulary);
        _snapshots = new(options.SnapshotLifetime, _interpreter);
        _words = new(Path.Combine(folder, VocabularyFile.Name), _vocabulary);
        _storiesFile = new(Path.Combine(folder, StoriesFile.Name));
        try
        {
            long generation;
            if (options.ReadOnly)
            {
                _reader = DirectoryReader.Open(_directory);
                generation = StampOf(_reader.IndexCommit).Generation;
            }
            else
            {
                var exists = DirectoryReader.IndexExists(_directory);
                generation = exists ? StampOf(folder).Generation : 0;
                _writer = new DocumentWriter(_directory, options.IndexBufferMegabytes);
                if (!exists)
                    _writer.Commit(Stamp(0, store));
                _reader = _writer.Reopen(null)!;
            }

            var state = SegmentWords.StateOf(_reader, generation);
            if (!_words.TryRead(state))
                SegmentWords.Update(_vocabulary, null, _reader);
            var kept = _storiesFile.TryRead(_reader, state);
            _found = _stories.Follow(_reader, kept, now: kept is null || _writer is not null);
            if (kept is null)
                _unkept = (_found, state);
            _snapshots.Publish(_reader, generation, _found);
            if (_writer is not null)
                _changes = new(_writer, generation, Reopen, Commit, options.RefreshInterval);

            void Commit(long applied)
            {
                // What is committed is what was published, but for merges that end between the two: then the next commit keeps the words.
                Reopen(applied);
                _writer.Commit(Stamp(applied, store));
                var committed = SegmentWords.StateOf(_reader, applied);
                _words.Keep(committed);
                _unkept = (_found, committed);
            }
        }
        catch
        {
            _writer?.Abandon();
            _stories.Dispose();
            _snapshots.Dispose();
            _directory.Dispose();
            throw;
        }
    }

    /// <summary>Generation that searches see.</summary>
    public long Generation => _snapshots.Generation;

    /// <summary>The archive's words.</summary>
    public Vocabulary Vocabulary => _vocabulary;

    /// <summary>Reads words also by what the archive has taught.</summary>
    public void Use(LearntLexicon learnt) => _interpreter.Use(learnt);

    /// <summary>What stopped the taking of changes; null while all is well.</summary>
    public Exception? Fault => _changes?.Fault;

    /// <summary>How many stored articles could not be read and so are not in the index.</summary>
    public long Damaged => _writer?.Damaged ?? 0;

    /// <summary>Opens an index; an empty one is made for writing where there is none.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="store">Identity of the store it is made from.</param>
    /// <param name="options">How the archive is opened.</param>
    public static ArticleIndex Open(string folder, string store, ArchiveOptions options) => new(folder, store, options);

    /// <summary>Opens the committed index of an archive to look at it. Disposes of the store when there is none that can be read.</summary>
    /// <exception cref="ArchiveException"><c>archive_damaged</c>.</exception>
    public static ArticleIndex OpenCommitted(ArchivePaths paths, ArticleStore store, ArchiveOptions options)
    {
        for (var tries = 1; ; tries++)
        {
            var opened = NewestCommit(paths.Index);
            try
            {
                return Open(paths.Index, store.Identity, options);
            }
            catch (Exception fault) when (fault is not (ArchiveException or OutOfMemoryException) && tries < MostTries && NewestCommit(paths.Index) > opened)
            {
                // A writer has committed meanwhile, and removed files of the commit that was being opened.
            }
            catch (Exception fault) when (fault is not (ArchiveException or OutOfMemoryException))
            {
                store.Dispose();
                throw new ArchiveException(
                    "archive_damaged",
                    $"The index in {paths.Index} cannot be read ({fault.Message.TrimEnd('.')}). Open the archive for writing once (serve, index or rebuild): it is then made anew from the store.",
                    fault);
            }
        }
    }

    /// <summary>The stamp of the newest commit in a folder.</summary>
    /// <exception cref="CorruptIndexException">There is none, or it cannot be read.</exception>
    public static IndexStamp StampOf(string folder)
    {
        using var directory = new IndexDirectory(folder);
        return StampOf(DirectoryReader.ListCommits(directory)[^1]);
    }

    /// <summary>Hands over the changes of one transaction of the store, transaction after transaction.</summary>
    public void Apply(IReadOnlyList<IndexChange> changes, long generation) => Changes.Enqueue(changes, generation);

    /// <summary>A lease of the newest snapshot.</summary>
    public IndexSnapshot Acquire()
    {
        _changes?.BeforeSearch();
        return _snapshots.Acquire();
    }

    /// <summary>The same for who is no reader waiting: a run of bulk indexing need not make anything visible for it.</summary>
    public IndexSnapshot Look() => _snapshots.Acquire();

    /// <summary>A lease of an older snapshot; null when it is not kept any more: then the newest has to do.</summary>
    public IndexSnapshot? Acquire(long generation) => _snapshots.Acquire(generation);

    /// <summary>Keeps a snapshot for the pages to come, for as long as the options say after its last use.</summary>
    public void Keep(IndexSnapshot snapshot) => _snapshots.Keep(snapshot);

    /// <summary>Waits until all that was handed over is found; read-only: looks for a newer commit.</summary>
    public void Refresh()
    {
        if (_changes is not null)
        {
            _changes.Refresh();
            return;
        }

        lock (_snapshots)
        {
            if (DirectoryReader.OpenIfChanged(_reader) is { } newer)
                Publish(newer, _reader, StampOf(newer.IndexCommit).Generation);
        }
    }

    /// <summary>Waits until all that was handed over is committed.</summary>
    public void Commit() => Changes.Commit();

    /// <summary>
    /// Waits for merges that are due, while changes go on, and commits what they made. Where many articles stand beside the largest segment
    /// all segments become one: a search pays for each segment by each form of its words, and what is merged again so grows by a share each time.
    /// </summary>
    /// <returns>How long that took; zero where nothing was to be merged.</returns>
    public TimeSpan Settle()
    {
        var start = Stopwatch.GetTimestamp();
        var merges = _writer?.IsMerging ?? false;
        _writer?.Settle();
        _changes?.CommitMerges();
        var (all, largest) = (_reader.MaxDoc, _reader.Leaves.Max(leaf => (int?)leaf.AtomicReader.MaxDoc) ?? 0);
        if (all - largest > all / MostBeside)
        {
            merges = true;
            _writer?.MergeAll();
            _changes?.CommitMerges();
        }

        return merges ? Stopwatch.GetElapsedTime(start) : TimeSpan.Zero;
    }

    /// <summary>Counts in (1) or out (-1) a run of bulk indexing.</summary>
    public void Bulk(int by) => _changes?.Bulk(by);

    /// <summary>Commits and closes. Snapshots on lease stay usable until they are disposed of.</summary>
    /// <exception cref="ChangesStoppedException">There was a fault, and nobody has been told of it.</exception>
    public void Dispose()
    {
        try
        {
            _changes?.Dispose();
            KeepStories();
        }
        finally
        {
            _stories.Dispose();
            _snapshots.Dispose();
            _directory.Dispose();
        }
    }

    /// <summary>Closes the writing side of an index that has stopped taking changes, so that its folder can be opened again; it can still be searched.</summary>
    public void EndChanges() => _changes?.Close();

    /// <summary>Closes what <see cref="EndChanges"/> has left open. Snapshots on lease stay usable until they are disposed of.</summary>
    public void EndSearches()
    {
        _stories.Dispose();
        _snapshots.Dispose();
        _directory.Dispose();
    }

    // Finding them takes as long now as when the archive is next opened, but then somebody waits.
    private void KeepStories()
    {
        if (_writer is not null && _unkept is var (found, state) && found.Get(LongestKeeping) is { } stories)
            _storiesFile.Write(state, stories);
    }

    private ChangeApplier Changes => _changes ?? throw new InvalidOperationException("The archive is open read-only.");

    private static long NewestCommit(string folder) =>
        Directory.Exists(folder) ? SegmentInfos.GetLastCommitGeneration([.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))]) : -1;

    private static IndexStamp Stamp(long generation, string store) => new(generation, IndexFields.Schema, store);

    private static IndexStamp StampOf(IndexCommit commit) => IndexStamp.Of(commit) ?? throw new CorruptIndexException("the commit carries no generation");

    private void Reopen(long generation)
    {
        if (_writer!.Reopen(_reader) is { } newer)
            Publish(newer, _reader, generation);
        else
            _snapshots.Advance(generation);
    }

    private void Publish(DirectoryReader reader, DirectoryReader former, long generation)
    {
        SegmentWords.Update(_vocabulary, former, reader, _writer is null ? null : _words);
        _reader = reader;
        _found = _stories.Follow(reader);
        _snapshots.Publish(reader, generation, _found);
    }
}
