namespace SearchService.Engine.Results;

/// <summary>A match and its place in the order.</summary>
/// <param name="Document">Lucene's number of it in the snapshot.</param>
/// <param name="Key">What is sorted by, larger first: the score, the time or its negative.</param>
/// <param name="Sequence">The article's sequence number: the earlier one first among equals, so that the order is total.</param>
/// <param name="Score">The score.</param>
internal readonly record struct RankedArticle(int Document, double Key, long Sequence, float Score)
{
    /// <summary>Whether this stands before the other.</summary>
    public bool Before(in RankedArticle other) => Key > other.Key || (Key == other.Key && Sequence < other.Sequence);
}
