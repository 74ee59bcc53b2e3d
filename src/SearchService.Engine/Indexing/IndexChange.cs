using SearchService.Articles;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Indexing;

/// <summary>What the index has to do for one change of the store.</summary>
internal sealed class IndexChange
{
    private readonly Article? _article;
    private readonly ArticlePayload _payload;

    private IndexChange(IndexWork work, long sequence, string id, Article? article, ArticlePayload payload)
    {
        (Work, Sequence, Id) = (work, sequence, id);
        (_article, _payload) = (article, payload);
    }

    /// <summary>What to do.</summary>
    public IndexWork Work { get; }

    /// <summary>Sequence number of the change.</summary>
    public long Sequence { get; }

    /// <summary>The article's id.</summary>
    public string Id { get; }

    /// <summary>The article was stored just now.</summary>
    public static IndexChange Stored(Article article, StoreChange change) =>
        new(change.Change == ArticleChange.Added ? IndexWork.Add : IndexWork.Replace, change.Sequence, article.Id, article, default);

    /// <summary>The article was removed.</summary>
    public static IndexChange Removed(string id, long sequence) => new(IndexWork.Remove, sequence, id, null, default);

    /// <summary>A change read back from the store.</summary>
    /// <param name="change">The change.</param>
    /// <param name="after">The index holds what the store held at this sequence number.</param>
    public static IndexChange Replayed(StoreChanges.Change change, long after) => change.Row is { } row
        ? new(row.AddedAt > after ? IndexWork.Add : IndexWork.Replace, row.Sequence, row.Id, null, row.Payload)
        : Removed(change.Id, change.Sequence);

    /// <summary>The same, deleting first: for an id that comes twice.</summary>
    public IndexChange Replacing() => Work == IndexWork.Add ? new(IndexWork.Replace, Sequence, Id, _article, _payload) : this;

    /// <summary>The article.</summary>
    /// <exception cref="InvalidDataException">Its payload in the store is damaged.</exception>
    public Article Read() => _article ?? _payload.Read();
}

/// <summary>Ways to apply a change.</summary>
internal enum IndexWork
{
    /// <summary>The index has no document of this id.</summary>
    Add,

    /// <summary>The index may have a document of this id.</summary>
    Replace,

    /// <summary>The document goes.</summary>
    Remove,
}
