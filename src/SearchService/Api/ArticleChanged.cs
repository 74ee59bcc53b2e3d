using SearchService.Engine.Indexing;

namespace SearchService.Api;

/// <summary>What happened to one article.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Change">added, updated or unchanged.</param>
internal sealed record ArticleChanged(string Id, string Change)
{
    /// <summary>A change as the API names it.</summary>
    public static string Name(ArticleChange change) => change switch
    {
        ArticleChange.Added => "added",
        ArticleChange.Updated => "updated",
        _ => "unchanged",
    };
}
