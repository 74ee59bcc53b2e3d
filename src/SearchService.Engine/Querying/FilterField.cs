using SearchService.Engine.Indexing;

namespace SearchService.Engine.Querying;

/// <summary>The fields an article is filtered by, whole values only.</summary>
internal enum FilterField
{
    Category,
    Agency,
    Place,
    Byline,
    Year,
}

/// <summary>The names of filter fields: in requests, in answers and in the index.</summary>
internal static class FilterFields
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<FilterField> All = Enum.GetValues<FilterField>();

    /// <summary>The name of one.</summary>
    public static string NameOf(FilterField field) => field switch
    {
        FilterField.Category => IndexFields.Category,
        FilterField.Agency => IndexFields.Agency,
        FilterField.Place => IndexFields.Place,
        FilterField.Byline => IndexFields.Byline,
        _ => IndexFields.Year,
    };
}
