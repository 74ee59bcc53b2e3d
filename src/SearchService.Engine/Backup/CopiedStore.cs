using Microsoft.Data.Sqlite;
using SearchService.Engine.Alerts;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Backup;

/// <summary>What a store by itself, outside of an archive, says of what it holds.</summary>
/// <param name="Identity">The archive's identity.</param>
/// <param name="Articles">Articles.</param>
/// <param name="Generation">Sequence number of the last change.</param>
/// <param name="SavedSearches">Saved searches.</param>
internal readonly record struct CopiedStore(string Identity, long Articles, long Generation, long SavedSearches)
{
    /// <summary>Whether it holds nothing, and never has.</summary>
    public bool IsEmpty => this is { Articles: 0, Generation: 0, SavedSearches: 0 };

    /// <summary>Looks into a store.</summary>
    /// <param name="path">Its file.</param>
    public static CopiedStore Look(string path)
    {
        using var reader = new StoreReader(path);
        using var moment = reader.OneMoment();
        return new(
            reader.Text("SELECT value FROM properties WHERE name = 'identity'"),
            reader.Number(StoreCounts.ArticleCount),
            reader.Number(StoreCounts.LastSequence),
            AlertTables.Exist(reader.Connection) ? reader.Number("SELECT count(*) FROM saved_searches") : 0);
    }

    /// <summary>Copies a store as it is at one moment, beside whoever writes it, into one file that needs no other beside it; checks the copy.</summary>
    /// <exception cref="ArchiveException"><c>archive_damaged</c>: the copy is not sound, so the store is not.</exception>
    public static void Copy(string source, string target)
    {
        using (var reader = new StoreReader(source))
        using (var copy = Open(target))
        {
            reader.Connection.BackupDatabase(copy);
            // The copy has no writer beside its readers: without a log it is one file.
            StoreSchema.Execute(copy, "PRAGMA journal_mode = DELETE");
            var faults = AlertTables.Rows(copy, "PRAGMA integrity_check(3)", row => row.GetString(0)).Where(found => found != "ok").ToArray();
            if (faults.Length > 0)
                throw new ArchiveException("archive_damaged", $"The store {source} is damaged ({string.Join("; ", faults)}). Restore it from an earlier snapshot.");
        }

        CheckedCopy.Force(target);
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
