using Microsoft.Data.Sqlite;

namespace SearchService.Engine.Storage;

/// <summary>One reading connection with its prepared statements. Reads what is committed, while another connection writes; one thread at a time.</summary>
internal sealed class StoreReader : IDisposable
{
    private const string Columns = "seq, added_at, id, codec, payload";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _byId;
    private readonly SqliteCommand _bySequence;
    private readonly SqliteCommand _after;
    private readonly SqliteCommand _before;
    private readonly SqliteCommand _removedAfter;

    /// <summary>Opens a connection.</summary>
    public StoreReader(string path)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        _connection = new SqliteConnection(settings.ToString());
        try
        {
            _connection.Open();
            StoreSchema.Execute(_connection, "PRAGMA query_only = 1; PRAGMA cache_size = -8192;");
            _byId = Statement($"SELECT {Columns} FROM articles WHERE id = $key", SqliteType.Text);
            _bySequence = Statement($"SELECT {Columns} FROM articles WHERE seq = $key", SqliteType.Integer);
            _after = Statement($"SELECT {Columns}, hash FROM articles WHERE seq > $key ORDER BY seq LIMIT $limit", SqliteType.Integer);
            _before = Statement($"SELECT {Columns} FROM articles WHERE seq < $key ORDER BY seq DESC LIMIT $limit", SqliteType.Integer);
            _removedAfter = Statement("SELECT seq, id FROM removals WHERE seq > $key ORDER BY seq LIMIT $limit", SqliteType.Integer);
            _after.Parameters.Add("$limit", SqliteType.Integer);
            _before.Parameters.Add("$limit", SqliteType.Integer);
            _removedAfter.Parameters.Add("$limit", SqliteType.Integer);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>The connection, for reads of a kind that is done once.</summary>
    public SqliteConnection Connection => _connection;

    /// <summary>The article of an id, or null.</summary>
    public StoredArticle? Find(string id) => One(_byId, id);

    /// <summary>The article that a change wrote, or null where it has been replaced or removed since.</summary>
    public StoredArticle? Find(long sequence) => One(_bySequence, sequence);

    /// <summary>The next rows after a sequence number, in order.</summary>
    public List<HashedArticle> After(long sequence, int limit)
    {
        _after.Parameters[0].Value = sequence;
        _after.Parameters[1].Value = limit;
        var rows = new List<HashedArticle>();
        using var reader = _after.ExecuteReader();
        while (reader.Read())
            rows.Add(new(Row(reader), reader.GetFieldValue<byte[]>(5)));
        return rows;
    }

    /// <summary>The rows before a sequence number, the newest first.</summary>
    public List<StoredArticle> Before(long sequence, int limit)
    {
        _before.Parameters[0].Value = sequence;
        _before.Parameters[1].Value = limit;
        var rows = new List<StoredArticle>();
        using var reader = _before.ExecuteReader();
        while (reader.Read())
            rows.Add(Row(reader));
        return rows;
    }

    /// <summary>The next removals after a sequence number, in order.</summary>
    public List<Removal> RemovedAfter(long sequence, int limit)
    {
        _removedAfter.Parameters[0].Value = sequence;
        _removedAfter.Parameters[1].Value = limit;
        var removals = new List<Removal>();
        using var reader = _removedAfter.ExecuteReader();
        while (reader.Read())
            removals.Add(new(reader.GetInt64(0), reader.GetString(1)));
        return removals;
    }

    /// <summary>All that is read until the transaction is disposed of is of one moment.</summary>
    public Moment OneMoment()
    {
        StoreSchema.Execute(_connection, "BEGIN");
        return new(_connection);
    }

    /// <summary>A number.</summary>
    public long Number(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A text.</summary>
    public string Text(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _byId.Dispose();
        _bySequence.Dispose();
        _after.Dispose();
        _before.Dispose();
        _removedAfter.Dispose();
        _connection.Dispose();
    }

    private static StoredArticle? One(SqliteCommand command, object key)
    {
        command.Parameters[0].Value = key;
        using var reader = command.ExecuteReader();
        return reader.Read() ? Row(reader) : null;
    }

    private static StoredArticle Row(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetInt64(1),
        reader.GetString(2),
        new ArticlePayload(reader.GetInt32(3), reader.GetFieldValue<byte[]>(4)));

    /// <summary>Ends a reading transaction. Not an SqliteTransaction: that would have to be set on every prepared statement.</summary>
    public readonly struct Moment(SqliteConnection connection) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => StoreSchema.Execute(connection, "COMMIT");
    }

    private SqliteCommand Statement(string sql, SqliteType key)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add("$key", key);
        return command;
    }
}
