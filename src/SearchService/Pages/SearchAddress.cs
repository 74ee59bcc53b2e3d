using System.Text;
using SearchService.Engine.Exporting;
using SearchService.Engine.Permalinks;
using SearchService.Engine.Querying;

namespace SearchService.Pages;

/// <summary>Addresses of a search in its several shapes, from the root: page, permalink, export, feed.</summary>
internal static class SearchAddress
{
    /// <summary>Name of the member that makes the address of a search's page a permalink.</summary>
    public const string At = "at";

    /// <summary>A query that is blank on purpose, as in a comparison with all articles: an address leaves out what is empty.</summary>
    public const string Blank = " ";

    /// <summary>The search's page, with what the archive was when the search was made.</summary>
    public static string Permalink(SearchParameters search, SearchMark mark) => Of("/search", [.. Members(search), (At, mark.ToString())]);

    /// <summary>The search's page.</summary>
    public static string Page(SearchParameters search) => Of("/search", Members(search));

    /// <summary>All articles that it finds, in a format.</summary>
    public static string Export(SearchParameters search, ExportFormat format) => Of("/v1/export", [.. Members(search), ("format", format.Name)]);

    /// <summary>Its feed.</summary>
    public static string Feed(SearchParameters search, string? cursor = null) => Of("/v1/feed", [.. Members(search with { Sort = null }), ("cursor", cursor)]);

    /// <summary>What decides which articles are found and in what order.</summary>
    public static (string Name, string? Value)[] Members(SearchParameters search) =>
    [
        ("q", search.Q), ("from", search.From), ("to", search.To), ("sort", search.Sort),
        .. SearchRequest.AllFacets.SelectMany(search.Selected, (facet, value) => (facet, (string?)value)),
        ("readings", IsOff(search.Readings)), ("corrections", IsOff(search.Corrections)), ("duplicates", search.Duplicates),
    ];

    /// <summary>A path with the members that have a value.</summary>
    public static string Of(string path, IEnumerable<(string Name, string? Value)> members)
    {
        var address = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in members.Where(member => !string.IsNullOrEmpty(member.Value)))
        {
            address.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value!));
            separator = '&';
        }

        return address.ToString();
    }

    // What is on unless told otherwise need not be told.
    private static string? IsOff(string? written) => "off".Equals(written?.Trim(), StringComparison.OrdinalIgnoreCase) ? "off" : null;
}
