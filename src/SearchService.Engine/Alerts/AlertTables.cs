using System.Globalization;
using Microsoft.Data.Sqlite;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Alerts;

/// <summary>
/// The tables of saved searches, beside those of the articles and so in one transaction with them. They are made with the first saved
/// search: a store without one is as it always was, and programs that know nothing of them leave them alone.
/// </summary>
internal static class AlertTables
{
    /// <summary>Sequence number up to which every arriving article has been matched: a property of the store.</summary>
    private const string Mark = "alerts.matched";

    /// <summary>A property that is there while a run of indexing goes on whose articles are not matched.</summary>
    private const string Unmatched = "alerts.unmatched";

    // AUTOINCREMENT: the number of a search that is removed is not given to another, so no match of one can turn up in the other's feed.
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS saved_searches (
            number     INTEGER PRIMARY KEY AUTOINCREMENT,
            id         TEXT NOT NULL UNIQUE,
            title      TEXT NOT NULL,
            language   TEXT NOT NULL,
            asked      TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            generation INTEGER NOT NULL
        );
        CREATE TABLE IF NOT EXISTS matches (
            search     INTEGER NOT NULL,
            article    TEXT NOT NULL,
            seq        INTEGER NOT NULL,
            matched_at INTEGER NOT NULL,
            PRIMARY KEY (search, article)
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS matches_by_arrival ON matches (search, seq);
        """;

    /// <summary>Makes the tables if they are missing.</summary>
    public static void Make(SqliteConnection connection) => StoreSchema.Execute(connection, Tables);

    /// <summary>Whether there are any.</summary>
    public static bool Exist(SqliteConnection connection) =>
        (long)Value(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('saved_searches', 'matches')")! == 2;

    /// <summary>Sequence number up to which every arriving article has been matched; 0 where none ever was.</summary>
    public static long Matched(SqliteConnection connection) =>
        Value(connection, "SELECT value FROM properties WHERE name = $name", ("$name", Mark)) is string text ? long.Parse(text, CultureInfo.InvariantCulture) : 0;

    /// <summary>Moves the mark.</summary>
    public static void SetMatched(SqliteConnection connection, long sequence) => Set(connection, Mark, sequence.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether a run whose articles are not matched has begun and not ended.</summary>
    public static bool IsUnmatchedRun(SqliteConnection connection) =>
        Value(connection, "SELECT value FROM properties WHERE name = $name", ("$name", Unmatched)) is not null;

    /// <summary>Begins or ends such a run.</summary>
    public static void SetUnmatchedRun(SqliteConnection connection, bool begins)
    {
        if (begins)
            Set(connection, Unmatched, "1");
        else
            Run(connection, "DELETE FROM properties WHERE name = $name", ("$name", Unmatched));
    }

    /// <summary>Runs a statement with values.</summary>
    public static int Run(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row; null when there is none.</summary>
    public static object? Value(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteScalar();
    }

    /// <summary>All rows.</summary>
    public static List<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    private static void Set(SqliteConnection connection, string name, string value) =>
        Run(connection, "INSERT INTO properties VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", ("$name", name), ("$value", value));

    private static SqliteCommand Command(SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
