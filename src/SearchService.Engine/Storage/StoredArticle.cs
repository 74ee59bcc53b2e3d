using SearchService.Articles;

namespace SearchService.Engine.Storage;

/// <summary>A row of the store.</summary>
/// <param name="Sequence">Sequence number of the change that wrote it.</param>
/// <param name="AddedAt">Sequence number of the change that first added the article of this id.</param>
/// <param name="Id">The article's id.</param>
/// <param name="Payload">The article.</param>
internal sealed record StoredArticle(long Sequence, long AddedAt, string Id, ArticlePayload Payload);

/// <summary>A row with the hash it should have.</summary>
/// <param name="Row">The row.</param>
/// <param name="Hash">Hash of the article's JSON.</param>
internal sealed record HashedArticle(StoredArticle Row, byte[] Hash);

/// <summary>An article made ready for the store.</summary>
/// <param name="Article">The article.</param>
/// <param name="Payload">The same, packed.</param>
/// <param name="Hash">Hash of its JSON.</param>
internal sealed record PackedArticle(Article Article, ArticlePayload Payload, byte[] Hash)
{
    /// <summary>Packs an article.</summary>
    public static PackedArticle Of(Article article)
    {
        var (payload, hash) = ArticlePayload.Of(article);
        return new(article, payload, hash);
    }
}

/// <summary>What the store did with one article.</summary>
/// <param name="Change">What happened.</param>
/// <param name="Sequence">Sequence number of the change; 0 when nothing changed.</param>
internal readonly record struct StoreChange(Indexing.ArticleChange Change, long Sequence);

/// <summary>The removal of an article.</summary>
/// <param name="Sequence">Sequence number of the change.</param>
/// <param name="Id">The article's id.</param>
internal readonly record struct Removal(long Sequence, string Id);
