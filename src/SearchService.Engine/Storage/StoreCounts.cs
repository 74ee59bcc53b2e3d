namespace SearchService.Engine.Storage;

/// <summary>The store at a glance.</summary>
/// <param name="Articles">Articles held.</param>
/// <param name="Generation">Sequence number of the last change.</param>
internal readonly record struct StoreCounts(long Articles, long Generation)
{
    /// <summary>The last sequence number: removals keep theirs, so that none is ever used again.</summary>
    public const string LastSequence = "SELECT max((SELECT coalesce(max(seq), 0) FROM articles), (SELECT coalesce(max(seq), 0) FROM removals))";

    /// <summary>The number of articles; reads the whole of the smallest index.</summary>
    public const string ArticleCount = "SELECT count(*) FROM articles";
}
