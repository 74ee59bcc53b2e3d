namespace SearchService.Engine.Querying;

/// <summary>How much of a query is searched. Meeting a limit is a warning, never a silent cut.</summary>
public static class QueryLimits
{
    /// <summary>Most characters of a query, in UTF-16 units.</summary>
    public const int Characters = SearchRequest.MostCharacters;

    /// <summary>How deep parentheses may stand in one another.</summary>
    public const int Depth = QueryParser.MostDepth;

    /// <summary>Most forms that a word is searched in.</summary>
    public const int Forms = QueryBinder.MostForms;

    /// <summary>Most forms that a whole query is searched in.</summary>
    public const int Terms = QueryBinder.MostTerms;
}
