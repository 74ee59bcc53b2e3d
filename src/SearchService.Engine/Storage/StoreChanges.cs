namespace SearchService.Engine.Storage;

/// <summary>The changes after a sequence number, in order and in pieces, so that no read keeps the write-ahead log from shrinking.</summary>
internal static class StoreChanges
{
    /// <summary>One change: the row it wrote, or the id it removed.</summary>
    /// <param name="Sequence">Its sequence number.</param>
    /// <param name="Id">The article's id.</param>
    /// <param name="Row">What it wrote; null for a removal.</param>
    public readonly record struct Change(long Sequence, string Id, StoredArticle? Row);

    /// <summary>The next changes; fewer than <paramref name="limit"/> only at the end.</summary>
    public static List<Change> Next(StoreReader reader, long after, int limit)
    {
        using var moment = reader.OneMoment();
        var changes = new List<Change>(limit);
        foreach (var removal in reader.RemovedAfter(after, limit))
            changes.Add(new(removal.Sequence, removal.Id, null));
        foreach (var (row, _) in reader.After(after, limit))
            changes.Add(new(row.Sequence, row.Id, row));
        changes.Sort((left, right) => left.Sequence.CompareTo(right.Sequence));
        if (changes.Count > limit)
            changes.RemoveRange(limit, changes.Count - limit);
        return changes;
    }
}
