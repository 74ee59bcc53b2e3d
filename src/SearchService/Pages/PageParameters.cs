using SearchService.Api;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;

namespace SearchService.Pages;

/// <summary>
/// The query string of the search page. Every link of a page repeats the search, so what it repeats is bounded: a query of
/// 100 KB would otherwise make a page of megabytes.
/// </summary>
/// <param name="Asked">The search for the engine, the query whole.</param>
/// <param name="Repeated">The same for links and forms, the query cut where the engine cuts it.</param>
/// <param name="Warnings">What was left out.</param>
internal sealed record PageParameters(SearchParameters Asked, SearchParameters Repeated, IReadOnlyList<Warning> Warnings)
{
    private const int LongestValue = 80;
    private const int MostValues = 20;

    /// <summary>Reads a query string; syntax the engine does not know is read as words, as a visitor means it.</summary>
    public static PageParameters Read(IQueryCollection query)
    {
        var written = SearchQuery.Read(query).Parameters;
        var bounded = written with
        {
            Category = Bounded(written.Category),
            Agency = Bounded(written.Agency),
            Place = Bounded(written.Place),
            Byline = Bounded(written.Byline),
            Year = Bounded(written.Year),
            From = Cut(written.From, LongestValue),
            To = Cut(written.To, LongestValue),
            PageSize = null,
            Readings = IsOff(written.Readings) ? "off" : null,
            Corrections = IsOff(written.Corrections) ? "off" : null,
            Duplicates = "show".Equals(written.Duplicates?.Trim(), StringComparison.OrdinalIgnoreCase) ? "show" : null,
            Count = "stories".Equals(written.Count?.Trim(), StringComparison.OrdinalIgnoreCase) ? "stories" : null,
            Facets = string.Join(',', SearchRequest.AllFacets),
            Lenient = true,
        };
        var left = SearchRequest.AllFacets.Sum(facet => Told(written.Selected(facet)) - bounded.Selected(facet).Count);
        return new(
            bounded,
            bounded with { Q = SearchRequest.Cut(written.Q), Sort = Known(written.Sort), Cursor = Cut(written.Cursor, SearchRequest.MostCursorCharacters), Page = Cut(written.Page, 10) },
            left > 0 ? [new("filters_capped", $"At most {MostValues} values of a filter are compared, none longer than {LongestValue} characters.")] : []);
    }

    private static bool IsOff(string? written) => "off".Equals(written?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string? Cut(string? text, int longest) => text?.Length > longest ? text[..longest] : text;

    // Relevance is what a search is sorted by unless it says otherwise; addresses stay short.
    private static string? Known(string? sort) => sort?.Trim().ToLowerInvariant() is "newest" or "oldest" ? sort.Trim().ToLowerInvariant() : null;

    private static int Told(IReadOnlyList<string> values) => values.Where(value => !string.IsNullOrWhiteSpace(value)).Distinct().Count();

    private static List<string> Bounded(IReadOnlyList<string> values) =>
        [.. values.Where(value => value.Length <= LongestValue && !string.IsNullOrWhiteSpace(value)).Distinct().Take(MostValues)];
}
