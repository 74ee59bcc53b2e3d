using SearchService.Engine.Querying;
using SearchService.Engine.Results;

namespace SearchService.Api;

/// <summary>The query string of a search.</summary>
internal static class SearchQuery
{
    /// <summary>What it may hold.</summary>
    public static QueryParameters Parameters { get; } = new(
    [
        new("q", "The query: words (any of them, more is better), \"phrase\", \"a b\"~5, a NEAR/5 b, AND OR NOT, -word, +word, field:word, date:2021-04..2021-06, wor*, =word (as printed), parentheses. Empty: all articles.", "लावरोव पाकिस्तान"),
        new("page", "1-based page; page × pageSize at most 10,000, then follow nextCursor.", 1, QueryParameterType.Count),
        new("pageSize", "Hits a page, 1 to 100; 10 unless given.", 10, QueryParameterType.Count),
        new("cursor", "The nextCursor of the answer before, in place of page; all other parameters stay the same."),
        new("from", "First year, month or day: 2021, 2021-04, 2021-04-07.", "2021-04"),
        new("to", "Last year, month or day, inclusive.", "2021-06"),
        new("category", "Only articles of this category; repeated: of any of them.", "विश्व", QueryParameterType.Texts),
        new("agency", "Only articles of this agency; repeated: of any of them.", "भाषा", QueryParameterType.Texts),
        new("place", "Only articles datelined from this place; repeated: from any of them.", "इस्लामाबाद", QueryParameterType.Texts),
        new("byline", "Only articles by this author; repeated: by any of them.", "सज्जाद हुसैन", QueryParameterType.Texts),
        new("year", "Only articles of this year (+05:30); repeated: of any of them. Values of one filter widen, filters narrow one another; each takes any spelling of a value: PTI-Bhasha is भाषा.", "2021", QueryParameterType.Texts),
        new("readings", "on: words are also searched by what they are called in the other script and language; off: as they are, with their spellings and inflections.", "on", Values: ["on", "off"]),
        new("corrections", "on: a query that finds nothing is answered by what its misspelt words were probably meant to be, with the warning corrected, and query.didYouMean holds the query put right; a query with hits keeps them, and query.didYouMean offers a better spelling where one is known. off: the query as it is written.", "on", Values: ["on", "off"]),
        new("sort", "Order of the hits; relevance unless given.", "relevance", Values: ["relevance", "newest", "oldest"]),
        new("duplicates", "fold: of articles that are copies of one text, only the one that stands first, with copies telling how many others match; show: all of them. total.value counts articles and total.stories stories either way, facets count what count says.", "fold", Values: ["fold", "show"]),
        new("facets", "Facets to count over all matches, between commas: category, agency, place, byline, year. A facet that the search is narrowed by is counted without that, so that its other values can be seen; all spellings of a value are one.", "category,year"),
        new("count", "What facets count: articles (unless given); stories, each once for every value that a copy which matches has, so that as many are found as total.stories says when the search is narrowed to the value.", "articles", Values: ["articles", "stories"]),
    ]);

    /// <summary>Those that decide which articles are found, and others.</summary>
    /// <param name="without">Names left out of the search's own: what an endpoint settles by itself.</param>
    /// <param name="others">Further members.</param>
    public static QueryParameters ParametersWith(IReadOnlyList<string> without, params IEnumerable<QueryParameter> others) =>
        new([.. Parameters.Members.Where(member => !without.Contains(member.Name)), .. others]);

    /// <summary>Those of its members that have one of the names, in their order.</summary>
    public static IEnumerable<QueryParameter> Members(params ReadOnlySpan<string> names)
    {
        var wanted = names.ToArray();
        return Parameters.Members.Where(member => wanted.Contains(member.Name));
    }

    /// <summary>Reads a query string.</summary>
    /// <param name="query">As it came.</param>
    /// <param name="known">The members that have an effect; all of a search when null.</param>
    /// <returns>The parameters, and a warning for each member that has no effect.</returns>
    public static (SearchParameters Parameters, IReadOnlyList<Warning> Warnings) Read(IQueryCollection query, QueryParameters? known = null)
    {
        var parameters = new SearchParameters
        {
            Q = query["q"].FirstOrDefault(),
            Page = query["page"].FirstOrDefault(),
            PageSize = query["pageSize"].FirstOrDefault(),
            Cursor = query["cursor"].FirstOrDefault(),
            From = query["from"].FirstOrDefault(),
            To = query["to"].FirstOrDefault(),
            Category = Texts("category"),
            Agency = Texts("agency"),
            Place = Texts("place"),
            Byline = Texts("byline"),
            Year = Texts("year"),
            Sort = query["sort"].FirstOrDefault(),
            Readings = query["readings"].FirstOrDefault(),
            Corrections = query["corrections"].FirstOrDefault(),
            Duplicates = query["duplicates"].FirstOrDefault(),
            Count = query["count"].FirstOrDefault(),
            // Repeating it is as good as the comma.
            Facets = query["facets"] is { Count: > 0 } facets ? string.Join(',', facets.ToArray()) : null,
        };
        return (parameters, Ineffective(query, known ?? Parameters));

        IReadOnlyList<string> Texts(string name) => [.. query[name].OfType<string>()];
    }

    /// <summary>A warning for each member that is not known, or is given twice where one counts.</summary>
    public static IReadOnlyList<Warning> Ineffective(IQueryCollection query, QueryParameters known)
    {
        const int MostNamed = 20;
        var warnings = new List<Warning>();
        foreach (var (name, values) in query)
        {
            if (warnings.Count == MostNamed)
                break;
            var parameter = known.Members.FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (parameter is null)
                warnings.Add(new Warning("unknown_parameter", $"There is no parameter \"{(name.Length > 40 ? name[..40] + "…" : name)}\"; it has no effect."));
            else if (values.Count > 1 && parameter.Type != QueryParameterType.Texts && parameter.Name != "facets")
                warnings.Add(new Warning("repeated_parameter", $"The parameter \"{parameter.Name}\" is given {values.Count} times; the first one counts."));
        }

        return warnings;
    }
}
