namespace SearchService.Engine.Querying;

/// <summary>What is counted in facets and over time.</summary>
public enum CountBy
{
    /// <summary>Each article, copies among them.</summary>
    Articles,

    /// <summary>Articles that are copies of one text once.</summary>
    Stories,
}
