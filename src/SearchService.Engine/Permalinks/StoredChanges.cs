using Microsoft.Data.Sqlite;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Permalinks;

/// <summary>What the store tells of the changes between two states: which rows they wrote and which ids they removed.</summary>
internal static class StoredChanges
{
    /// <summary>The rows written after one change and up to another, in order: sequence number, and that of the change that first added the article.</summary>
    public static IEnumerable<(long Sequence, long AddedAt)> Rows(StoreReader reader, long after, long last)
    {
        using var command = Command(reader, "SELECT seq, added_at FROM articles WHERE seq > $after AND seq <= $last ORDER BY seq", after, last);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return (rows.GetInt64(0), rows.GetInt64(1));
    }

    /// <summary>
    /// How many ids were removed between the two and are not back, and the latest of them. A removed article that was indexed again later
    /// has a row of its own: it counts as added.
    /// </summary>
    public static (long Count, List<string> Latest) Removed(StoreReader reader, long after, long last, int most)
    {
        const string Gone = "FROM removals r WHERE r.seq > $after AND r.seq <= $last AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = r.id)";
        using var count = Command(reader, $"SELECT count(DISTINCT r.id) {Gone}", after, last);
        using var latest = Command(reader, $"SELECT r.id {Gone} GROUP BY r.id ORDER BY max(r.seq) DESC LIMIT {most}", after, last);
        var ids = new List<string>();
        using (var rows = latest.ExecuteReader())
        {
            while (rows.Read())
                ids.Add(rows.GetString(0));
        }

        return ((long)count.ExecuteScalar()!, ids);
    }

    private static SqliteCommand Command(StoreReader reader, string sql, long after, long last)
    {
        var command = reader.Connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$last", last);
        return command;
    }
}
