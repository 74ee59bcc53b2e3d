using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.Stories;

namespace SearchService.Engine.TopK;

/// <summary>A snapshot with what every search of it needs to know, found out once.</summary>
internal sealed class ArchiveSearcher : IndexSearcher
{
    private readonly PendingStories? _stories;

    /// <summary>Looks at a reader of a directory, or of some of its segments.</summary>
    public ArchiveSearcher(IndexReader reader, PendingStories? stories = null)
        : base(reader)
    {
        _stories = stories;
        Similarity = new ArchiveSimilarity();
        Statistics = new(this);
        Segments = [.. reader.Leaves.Where(leaf => leaf.AtomicReader.MaxDoc > 0).Select((leaf, number) => new SnapshotSegment(leaf, number, Statistics))];
    }

    /// <summary>Its statistics.</summary>
    public FieldStatistics Statistics { get; }

    /// <summary>Which of its articles are copies of one text; null while that is not known.</summary>
    public SnapshotStories? Stories => _stories?.Get(PendingStories.Patience);

    /// <summary>The words last looked up in it.</summary>
    public BoundConcepts Concepts { get; } = new();

    /// <summary>Its segments that hold anything.</summary>
    public IReadOnlyList<SnapshotSegment> Segments { get; }
}
