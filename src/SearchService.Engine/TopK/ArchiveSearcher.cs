using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>A snapshot with what every search of it needs to know, found out once.</summary>
internal sealed class ArchiveSearcher : IndexSearcher
{
    /// <summary>Looks at a reader.</summary>
    public ArchiveSearcher(DirectoryReader reader)
        : base(reader)
    {
        Similarity = new ArchiveSimilarity();
        Statistics = new(this);
        Segments = [.. reader.Leaves.Where(leaf => leaf.AtomicReader.MaxDoc > 0).Select((leaf, number) => new SnapshotSegment(leaf, number, Statistics))];
    }

    /// <summary>Its statistics.</summary>
    public FieldStatistics Statistics { get; }

    /// <summary>The words last looked up in it.</summary>
    public BoundConcepts Concepts { get; } = new();

    /// <summary>Its segments that hold anything.</summary>
    public IReadOnlyList<SnapshotSegment> Segments { get; }
}
