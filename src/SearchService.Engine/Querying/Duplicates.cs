namespace SearchService.Engine.Querying;

/// <summary>What becomes of articles that are copies of one text.</summary>
public enum Duplicates
{
    /// <summary>One of each story, the one that stands first in the order of the results.</summary>
    Fold,

    /// <summary>All of them.</summary>
    Show,
}
