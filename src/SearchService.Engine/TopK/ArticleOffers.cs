using SearchService.Engine.Results;

namespace SearchService.Engine.TopK;

/// <summary>Where scored articles are offered to the best so far.</summary>
/// <param name="best">The best so far.</param>
/// <param name="after">Articles up to this one, and those newer than its snapshot, are left out; null for none.</param>
internal sealed class ArticleOffers(TopArticles best, Cursor? after)
{
    /// <summary>What an article must score to come in, or more; 0 while any does.</summary>
    public float Needed => best.IsFull ? (float)best.Worst.Key : 0;

    /// <summary>Offers an article.</summary>
    /// <param name="segment">Its segment.</param>
    /// <param name="document">Its number there.</param>
    /// <param name="score">Its score.</param>
    public void Offer(SegmentView segment, int document, float score) => Offer(segment, document, score, score);

    /// <summary>Offers an article under a key that is not its score.</summary>
    public void Offer(SegmentView segment, int document, double key, float score)
    {
        if (best.IsFull && key < best.Worst.Key)
            return;
        var article = new RankedArticle(segment.Segment.Context.DocBase + document, key, segment.Sequences.Get(document), score);
        if (after is null || (article.Sequence <= after.Generation && new RankedArticle(0, after.Key, after.Sequence, 0).Before(article)))
            best.Offer(article);
    }
}
