namespace SearchService.Engine.Querying;

/// <summary>The order of results.</summary>
public enum SearchSort
{
    /// <summary>Best first.</summary>
    Relevance,

    /// <summary>Latest first; undated articles last.</summary>
    Newest,

    /// <summary>Earliest first; undated articles last.</summary>
    Oldest,
}
