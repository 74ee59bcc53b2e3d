using Microsoft.Data.Sqlite;
using SearchService.Engine.Indexing;

namespace SearchService.Engine.Storage;

/// <summary>
/// The one writing connection. Each call is one transaction: on disk when it returns, undone when it throws. Articles are put and removed by
/// one thread at a time; other tables are written by any.
/// </summary>
internal sealed class StoreWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _delete;
    private readonly SqliteCommand _remove;
    private readonly Lock _transaction = new();
    private long _sequence;

    /// <summary>Opens or makes the store.</summary>
    public StoreWriter(ArchivePaths paths)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = paths.Store, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
        _connection = new SqliteConnection(settings.ToString());
        try
        {
            _connection.Open();
            StoreSchema.Prepare(_connection, paths.Folder);
            _find = Statement("SELECT seq, added_at, hash FROM articles WHERE id = $id", ("$id", SqliteType.Text));
            _insert = Statement(
                "INSERT INTO articles (seq, id, added_at, hash, codec, payload) VALUES ($seq, $id, $added, $hash, $codec, $payload)",
                ("$seq", SqliteType.Integer), ("$id", SqliteType.Text), ("$added", SqliteType.Integer), ("$hash", SqliteType.Blob), ("$codec", SqliteType.Integer), ("$payload", SqliteType.Blob));
            _delete = Statement("DELETE FROM articles WHERE seq = $seq", ("$seq", SqliteType.Integer));
            _remove = Statement("INSERT INTO removals (seq, id) VALUES ($seq, $id)", ("$seq", SqliteType.Integer), ("$id", SqliteType.Text));
            using var last = _connection.CreateCommand();
            last.CommandText = StoreCounts.LastSequence;
            _sequence = (long)last.ExecuteScalar()!;
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>Sequence number of the last change.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    /// <summary>The connection, for settings that tests change.</summary>
    internal SqliteConnection Connection => _connection;

    /// <summary>Adds or replaces articles, in order; of two with one id the later one stays.</summary>
    /// <returns>What happened to each.</returns>
    public StoreChange[] Put(IReadOnlyList<PackedArticle> articles)
    {
        var sequence = _sequence;
        var changes = new StoreChange[articles.Count];
        InTransaction(() =>
        {
            for (var i = 0; i < changes.Length; i++)
                changes[i] = Put(articles[i], ref sequence);
        });
        Volatile.Write(ref _sequence, sequence);
        return changes;
    }

    /// <summary>Removes an article.</summary>
    /// <returns>Sequence number of the removal; null when there is no such article.</returns>
    public long? Remove(string id)
    {
        var removed = default(long?);
        InTransaction(() =>
        {
            if (Find(id) is not { } row)
                return;
            Run(_delete, row.Sequence);
            removed = _sequence + 1;
            Run(_remove, removed.Value, id);
        });
        if (removed is { } sequence)
            Volatile.Write(ref _sequence, sequence);
        return removed;
    }

    /// <summary>Writes other tables, in one transaction between those of articles.</summary>
    /// <param name="write">Gets the connection, and the sequence number of the last change.</param>
    public T Do<T>(Func<SqliteConnection, long, T> write)
    {
        var result = default(T)!;
        InTransaction(() => result = write(_connection, Sequence));
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _delete.Dispose();
        _remove.Dispose();
        _connection.Dispose();
    }

    private StoreChange Put(PackedArticle article, ref long sequence)
    {
        var id = article.Article.Id;
        var row = Find(id);
        if (row is { } known)
        {
            if (known.Hash.AsSpan().SequenceEqual(article.Hash))
                return new(ArticleChange.Unchanged, 0);
            Run(_delete, known.Sequence);
        }

        sequence++;
        Run(_insert, sequence, id, row?.AddedAt ?? sequence, article.Hash, article.Payload.Codec, article.Payload.Bytes);
        return new(row is null ? ArticleChange.Added : ArticleChange.Updated, sequence);
    }

    private (long Sequence, long AddedAt, byte[] Hash)? Find(string id)
    {
        _find.Parameters[0].Value = id;
        using var reader = _find.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)) : null;
    }

    // Plain BEGIN and COMMIT: an SqliteTransaction object would have to be set on every prepared statement.
    private void InTransaction(Action work)
    {
        using var alone = _transaction.EnterScope();
        StoreSchema.Execute(_connection, "BEGIN IMMEDIATE");
        try
        {
            work();
            StoreSchema.Execute(_connection, "COMMIT");
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    // SQLite rolls back by itself after some faults, a full disk among them; then there is nothing left to undo.
    private void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            StoreSchema.Execute(_connection, "ROLLBACK");
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private SqliteCommand Statement(string sql, params ReadOnlySpan<(string Name, SqliteType Type)> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
            command.Parameters.Add(name, type);
        command.Prepare();
        return command;
    }
}
