using Microsoft.Data.Sqlite;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Alerts;

/// <summary>
/// Saved searches and their matches in the store. A match is a row of search and article with the sequence number of the change that
/// answered. It holds while that change is the article's last, or the article's last has not been matched yet: so an article that is
/// removed, or does not answer any more since it was changed, is in no feed, and no row has to be looked for to bring that about.
/// </summary>
/// <param name="store">The archive's store.</param>
internal sealed class AlertStore(ArticleStore store)
{
    private const string Columns = "number, id, title, language, asked, created_at, generation";

    private const string Holding = "FROM matches m JOIN articles a ON a.id = m.article WHERE m.search = $search AND (a.seq = m.seq OR a.seq > $matched)";

    /// <summary>The saved searches, the latest first.</summary>
    /// <param name="skip">How many are passed over.</param>
    /// <param name="most">Most of them.</param>
    public List<SavedSearch> List(int skip = 0, int most = int.MaxValue) => Read(
        connection => AlertTables.Rows(connection, $"SELECT {Columns} FROM saved_searches ORDER BY number DESC LIMIT $most OFFSET $skip", Row, ("$most", most), ("$skip", skip)), []);

    /// <summary>How many there are.</summary>
    public long Count() => Read(connection => (long)AlertTables.Value(connection, "SELECT count(*) FROM saved_searches")!, 0);

    /// <summary>The saved search of an id, or null.</summary>
    public SavedSearch? Find(string id) => Read(
        connection => AlertTables.Rows(connection, $"SELECT {Columns} FROM saved_searches WHERE id = $id", Row, ("$id", id)).FirstOrDefault(), null);

    /// <summary>Sequence number up to which every arriving article has been matched.</summary>
    public long Matched() => store.Read(reader => AlertTables.Matched(reader.Connection));

    /// <summary>How many articles are in a search's feed, and when the last of them was matched.</summary>
    public (long Count, DateTimeOffset? Last) Sum(SavedSearch search) => Read<(long, DateTimeOffset?)>(
        connection => AlertTables.Rows<(long, DateTimeOffset?)>(
            connection,
            $"SELECT count(*), max(m.matched_at) {Holding}",
            row => (row.GetInt64(0), row.IsDBNull(1) ? null : Time(row.GetInt64(1))),
            ("$search", search.Number),
            ("$matched", AlertTables.Matched(connection)))[0],
        (0, null));

    /// <summary>The matches of a search, the last to arrive first.</summary>
    /// <param name="search">The search.</param>
    /// <param name="before">Only those that arrived before the change of this sequence number.</param>
    /// <param name="most">Most of them.</param>
    public List<AlertMatch> Matches(SavedSearch search, long before, int most) => Read(
        connection => AlertTables.Rows(
            connection,
            $"SELECT m.seq, m.article, m.matched_at, a.added_at < a.seq {Holding} AND m.seq < $before ORDER BY m.seq DESC LIMIT $most",
            row => new AlertMatch(search.Number, row.GetInt64(0), row.GetString(1), Time(row.GetInt64(2)), row.GetBoolean(3)),
            ("$search", search.Number),
            ("$matched", AlertTables.Matched(connection)),
            ("$before", before),
            ("$most", most)),
        []);

    /// <summary>Keeps a search, unless there are as many as may be.</summary>
    /// <returns>The search with its number and generation; null when there is no room.</returns>
    public SavedSearch? Add(SavedSearch search, int most) => Write((connection, generation) =>
    {
        AlertTables.Make(connection);
        var kept = (long)AlertTables.Value(connection, "SELECT count(*) FROM saved_searches")!;
        if (kept >= most)
            return null;
        // Nobody has matched anything while there was no search: what came until now is nobody's.
        if (kept == 0)
            AlertTables.SetMatched(connection, generation);
        AlertTables.Run(
            connection,
            "INSERT INTO saved_searches (id, title, language, asked, created_at, generation) VALUES ($id, $title, $language, $asked, $created, $generation)",
            ("$id", search.Id), ("$title", search.Title), ("$language", search.Language), ("$asked", SavedSearchJson.Write(search.Asked)), ("$created", search.CreatedAt.ToUnixTimeMilliseconds()), ("$generation", generation));
        return search with { Generation = generation, Number = (long)AlertTables.Value(connection, "SELECT last_insert_rowid()")! };
    });

    /// <summary>Removes a search with its matches; false when there is none of that id.</summary>
    public bool Remove(string id) => Find(id) is { } known && Write((connection, _) =>
    {
        AlertTables.Run(connection, "DELETE FROM matches WHERE search = $search", ("$search", known.Number));
        return AlertTables.Run(connection, "DELETE FROM saved_searches WHERE number = $search", ("$search", known.Number)) > 0;
    });

    /// <summary>Keeps matches, of each search only the last to arrive. Those that are known are left as they are.</summary>
    /// <param name="matches">The matches; those of searches removed since are passed over.</param>
    /// <param name="most">Most matches of one search.</param>
    /// <param name="matched">Where the mark goes; null to leave it.</param>
    public void Keep(IReadOnlyList<AlertMatch> matches, int most, long? matched) => Write((connection, _) =>
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO matches (search, article, seq, matched_at) SELECT $search, $article, $seq, $at WHERE EXISTS (SELECT 1 FROM saved_searches WHERE number = $search)
            ON CONFLICT (search, article) DO UPDATE SET seq = excluded.seq, matched_at = excluded.matched_at WHERE excluded.seq > matches.seq
            """;
        foreach (var name in (string[])["$search", "$article", "$seq", "$at"])
            insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        foreach (var match in matches)
        {
            (insert.Parameters[0].Value, insert.Parameters[1].Value) = (match.Search, match.Article);
            (insert.Parameters[2].Value, insert.Parameters[3].Value) = (match.Sequence, match.MatchedAt.ToUnixTimeMilliseconds());
            insert.ExecuteNonQuery();
        }

        foreach (var search in matches.Select(match => match.Search).Distinct())
        {
            AlertTables.Run(
                connection,
                "DELETE FROM matches WHERE search = $search AND seq <= (SELECT seq FROM matches WHERE search = $search ORDER BY seq DESC LIMIT 1 OFFSET $most)",
                ("$search", search), ("$most", most));
        }

        if (matched is { } mark)
            AlertTables.SetMatched(connection, mark);
        return 0;
    });

    /// <summary>Whether a run whose articles are not matched was begun and never ended: its process was killed.</summary>
    public bool IsUnmatchedRun() => store.Read(reader => AlertTables.IsUnmatchedRun(reader.Connection));

    /// <summary>Begins a run of indexing whose articles are not matched, or ends it: all that has come meanwhile counts as matched.</summary>
    public void UnmatchedRun(bool begins) => Write((connection, generation) =>
    {
        AlertTables.SetUnmatchedRun(connection, begins);
        if (!begins)
            AlertTables.SetMatched(connection, generation);
        return 0;
    });

    private static SavedSearch Row(SqliteDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Id = row.GetString(1),
        Title = row.GetString(2),
        Language = row.GetString(3),
        Asked = SavedSearchJson.Read(row.GetString(4)),
        CreatedAt = Time(row.GetInt64(5)),
        Generation = row.GetInt64(6),
    };

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private T Read<T>(Func<SqliteConnection, T> read, T without) => store.Read(reader =>
    {
        using var moment = reader.OneMoment();
        return AlertTables.Exist(reader.Connection) ? read(reader.Connection) : without;
    });

    private T Write<T>(Func<SqliteConnection, long, T> write) =>
        (store.Writer ?? throw new InvalidOperationException("The archive is open read-only.")).Do(write);
}

/// <summary>An article that answers a saved search.</summary>
/// <param name="Search">Number of the search.</param>
/// <param name="Sequence">Sequence number of the change that answered.</param>
/// <param name="Article">The article's id.</param>
/// <param name="MatchedAt">When that was found.</param>
/// <param name="IsUpdate">Whether that change replaced the article, and did not bring it.</param>
internal readonly record struct AlertMatch(long Search, long Sequence, string Article, DateTimeOffset MatchedAt, bool IsUpdate);
