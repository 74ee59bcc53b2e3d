using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SearchService.Engine.Storage;

/// <summary>
/// The store's tables. Every change has a sequence number, never used twice: an article's row carries that of the change that wrote
/// it (an update deletes the row and inserts another), a removal leaves its own row. So what is newer than a number is one range
/// scan of either table.
/// </summary>
internal static class StoreSchema
{
    /// <summary>Version in <c>user_version</c>; a store of a later version is not opened.</summary>
    public const int Version = 1;

    // Pages of 16 KiB leave about 5 % of themselves unused with payloads of 1.5 KiB; pages of 4 KiB leave 18 %.
    private const string Tables = """
        PRAGMA page_size = 16384;
        PRAGMA journal_mode = WAL;
        BEGIN IMMEDIATE;
        CREATE TABLE articles (
            seq      INTEGER PRIMARY KEY,
            id       TEXT NOT NULL UNIQUE,
            added_at INTEGER NOT NULL,
            hash     BLOB NOT NULL,
            codec    INTEGER NOT NULL,
            payload  BLOB NOT NULL
        );
        CREATE TABLE removals (
            seq INTEGER PRIMARY KEY,
            id  TEXT NOT NULL
        );
        CREATE TABLE properties (
            name  TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;
        INSERT INTO properties VALUES ('identity', lower(hex(randomblob(16))));
        PRAGMA user_version = 1;
        COMMIT;
        """;

    /// <summary>Makes the tables if the file is new, and checks that it is a store this version can use.</summary>
    public static void Prepare(SqliteConnection connection, string folder)
    {
        var version = VersionOf(connection);
        if (version == 0 && Scalar(connection, "SELECT count(*) FROM sqlite_schema") == 0)
            Execute(connection, Tables);
        Check(connection, folder);
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -32768;");
    }

    /// <summary>Checks that the file is a store this version can use.</summary>
    /// <exception cref="ArchiveException"><c>archive_damaged</c>: another kind of database, or made by a later version.</exception>
    public static void Check(SqliteConnection connection, string folder)
    {
        var version = VersionOf(connection);
        if (version is < 1 or > Version)
        {
            throw new ArchiveException(
                "archive_damaged",
                string.Create(CultureInfo.InvariantCulture, $"The store in {folder} is of schema {version}; this version of the program reads schema 1 to {Version}. Use the program that made it."));
        }
    }

    /// <summary>Runs statements that return nothing.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long VersionOf(SqliteConnection connection) => Scalar(connection, "PRAGMA user_version");

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
