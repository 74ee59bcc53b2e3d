namespace SearchService.Engine.Querying;

/// <summary>The field names of the query language.</summary>
internal static class QueryFields
{
    private static readonly Dictionary<string, TextFields> Text = new(StringComparer.OrdinalIgnoreCase)
    {
        ["headline"] = TextFields.Headline,
        ["title"] = TextFields.WebTitle,
        ["body"] = TextFields.Body,
    };

    private static readonly Dictionary<string, FilterField> Filters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["category"] = FilterField.Category,
        ["agency"] = FilterField.Agency,
        ["place"] = FilterField.Place,
        ["byline"] = FilterField.Byline,
    };

    /// <summary>All names, for messages.</summary>
    public static string Names { get; } = string.Join(", ", [.. Text.Keys, .. Filters.Keys, "date"]);

    /// <summary>Whether the language has the field.</summary>
    public static bool IsKnown(string name) => Text.ContainsKey(name) || Filters.ContainsKey(name) || IsDate(name);

    /// <summary>A text field: its words are searched.</summary>
    public static bool IsText(string name, out TextFields field) => Text.TryGetValue(name, out field);

    /// <summary>A filter field: its whole value is compared.</summary>
    public static bool IsFilter(string name, out FilterField field) => Filters.TryGetValue(name, out field);

    /// <summary>The date field.</summary>
    public static bool IsDate(string name) => name.Equals("date", StringComparison.OrdinalIgnoreCase);
}
