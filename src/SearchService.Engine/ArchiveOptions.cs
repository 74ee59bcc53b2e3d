namespace SearchService.Engine;

/// <summary>Where an archive lives and how it is opened.</summary>
public sealed record ArchiveOptions
{
    /// <summary>The archive's folder: <c>archive.db</c>, <c>index/</c>, <c>refusals.jsonl</c> and the lock are in it. Made if missing (not when read-only).</summary>
    public required string Folder { get; init; }

    /// <summary>
    /// Open without taking the archive's lock: searches see the last committed index and nothing is written.
    /// For commands that look while another process serves or indexes.
    /// </summary>
    public bool ReadOnly { get; init; }

    /// <summary>Longest time between an acknowledged change and its being found.</summary>
    public TimeSpan RefreshInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long the snapshot behind a paging cursor is kept.</summary>
    public TimeSpan SnapshotLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Memory for articles indexed but not yet written to a segment, in MiB.</summary>
    public int IndexBufferMegabytes { get; init; } = 256;
}
