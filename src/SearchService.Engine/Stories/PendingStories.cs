using Lucene.Net.Index;

namespace SearchService.Engine.Stories;

/// <summary>The stories of a snapshot, which may still have to be found. Thread-safe.</summary>
/// <param name="keeper">Who finds them.</param>
/// <param name="reader">The snapshot's reader.</param>
internal sealed class PendingStories(StoryKeeper keeper, DirectoryReader reader)
{
    /// <summary>How long a search waits: an archive of a million articles that was just opened may need longer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private volatile SnapshotStories? _stories;

    /// <summary>The snapshot's reader.</summary>
    public DirectoryReader Reader => reader;

    /// <summary>Whether they have been found.</summary>
    public bool IsKnown => _stories is not null;

    /// <summary>The stories; null when they are not found in time.</summary>
    public SnapshotStories? Get(TimeSpan patience)
    {
        if (_stories is null)
            keeper.WorkUpTo(this, patience);
        return _stories;
    }

    /// <summary>They have been found.</summary>
    public void Know(SnapshotStories stories) => _stories = stories;
}
