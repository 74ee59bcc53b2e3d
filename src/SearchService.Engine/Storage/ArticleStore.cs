using System.Collections.Concurrent;
using SearchService.Articles;

namespace SearchService.Engine.Storage;

/// <summary>
/// The archive's articles in one SQLite file, the truth from which the index is made. One writer, any number of readers at the
/// same time, each on a connection of its own that sees what is committed.
/// </summary>
internal sealed class ArticleStore : IDisposable
{
    private readonly ArchivePaths _paths;
    private readonly StoreWriter? _writer;
    private readonly ConcurrentBag<StoreReader> _idle = [];
    private volatile bool _closed;

    private ArticleStore(ArchivePaths paths, StoreWriter? writer)
    {
        _paths = paths;
        _writer = writer;
        Identity = Read(reader => reader.Text("SELECT value FROM properties WHERE name = 'identity'"));
    }

    /// <summary>A name that no other store has: an index of another store is not this one's.</summary>
    public string Identity { get; }

    /// <summary>The writing side; null when open read-only.</summary>
    public StoreWriter? Writer => _writer;

    /// <summary>Sequence number of the last committed change.</summary>
    public long Generation => _writer?.Sequence ?? Read(reader => reader.Number(StoreCounts.LastSequence));

    /// <summary>Opens the store for writing, made if missing.</summary>
    public static ArticleStore Open(ArchivePaths paths)
    {
        var writer = new StoreWriter(paths);
        try
        {
            return new(paths, writer);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Opens the store for reading.</summary>
    /// <exception cref="ArchiveException"><c>archive_missing</c>.</exception>
    public static ArticleStore OpenReadOnly(ArchivePaths paths)
    {
        if (!File.Exists(paths.Store))
            throw new ArchiveException("archive_missing", $"There is no archive in {paths.Folder}: index some articles into it first.");
        var store = new ArticleStore(paths, writer: null);
        store.Read(reader =>
        {
            StoreSchema.Check(reader.Connection, paths.Folder);
            return 0;
        });
        return store;
    }

    /// <summary>Reads on a connection of the pool.</summary>
    public T Read<T>(Func<StoreReader, T> read)
    {
        var reader = Rent();
        try
        {
            return read(reader);
        }
        finally
        {
            Return(reader);
        }
    }

    /// <summary>The article of an id, or null.</summary>
    public Article? Find(string id) => Article(Read(reader => reader.Find(id)));

    /// <summary>The article that a change wrote, or what has replaced it since, or null when it was removed.</summary>
    public Article? Find(long sequence, string id) => Find(sequence, () => id);

    /// <summary>The same, the id being found out only where it is needed.</summary>
    public Article? Find(long sequence, Func<string> id) => Article(Read(reader => reader.Find(sequence) ?? reader.Find(id())));

    /// <summary>The article that a change wrote; null when it has been replaced or removed since.</summary>
    public Article? Find(long sequence) => Article(Read(reader => reader.Find(sequence)));

    /// <summary>How much there is.</summary>
    public StoreCounts Counts() => Read(reader =>
    {
        using var moment = reader.OneMoment();
        return new StoreCounts(reader.Number(StoreCounts.ArticleCount), reader.Number(StoreCounts.LastSequence));
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var reader))
            reader.Dispose();
        _writer?.Dispose();
    }

    private Article? Article(StoredArticle? row)
    {
        try
        {
            return row?.Payload.Read();
        }
        catch (InvalidDataException fault)
        {
            throw new ArchiveException("archive_damaged", $"Article {row!.Id} in {_paths.Store} cannot be read: {fault.Message} Index it again from its source.", fault);
        }
    }

    private StoreReader Rent() => _idle.TryTake(out var reader) ? reader : new StoreReader(_paths.Store);

    private void Return(StoreReader reader)
    {
        if (_closed)
            reader.Dispose();
        else
            _idle.Add(reader);
    }
}
