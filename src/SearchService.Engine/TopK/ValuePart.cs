using SearchService.Engine.Postings;

namespace SearchService.Engine.TopK;

/// <summary>Documents that have a whole value in a filter field. They get nothing for it.</summary>
internal sealed class ValuePart(BlockPostings? postings, BlockBuffers buffers) : Part
{
    private readonly BlockCursor? _cursor = postings is { } found ? new(found) : null;

    /// <inheritdoc/>
    public override bool Counts => false;

    /// <inheritdoc/>
    public override float Bound(int window) => postings is null ? None : 0;

    /// <inheritdoc/>
    public override int CountIn(in Window window) => Math.Min(window.Length, postings?.Count ?? 0);

    /// <inheritdoc/>
    public override void Match(in Window window, Span<ulong> set)
    {
        if (postings is not { } all)
            return;
        for (var block = all.BlockFrom(window.Start, 0); block < all.Blocks; block++)
        {
            var count = all.ReadDocuments(block, buffers.Documents);
            foreach (var document in buffers.Documents.AsSpan(0, count))
            {
                if (document >= window.End)
                    return;
                if (document >= window.Start)
                    WindowSet.Add(set, document - window.Start);
            }
        }
    }

    /// <inheritdoc/>
    public override float ScoreOf(int document) => _cursor?.Seek(document) == true ? 0 : None;
}
