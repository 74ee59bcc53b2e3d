namespace SearchService.Engine.Querying;

/// <summary>The fields an article is filtered by, whole values only.</summary>
internal enum FilterField
{
    Category,
    Agency,
    Place,
    Byline,
}
