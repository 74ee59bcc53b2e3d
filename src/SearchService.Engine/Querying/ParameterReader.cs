using System.Globalization;
using SearchService.Engine.Indexing;
using SearchService.Engine.Results;

namespace SearchService.Engine.Querying;

/// <summary>Checks the parameters of one search; the first thing that is wrong is its <see cref="Problem"/>.</summary>
internal sealed class ParameterReader(SearchParameters parameters)
{
    /// <summary>Longest query that is looked at at all.</summary>
    private const int MostAccepted = 32_768;

    /// <summary>Most values of one filter.</summary>
    private const int MostValues = 100;

    private readonly List<Warning> _warnings = [];
    private bool _plain = parameters.PlainText;

    /// <summary>What is wrong, or null.</summary>
    public RequestProblem? Problem { get; private set; }

    /// <summary>The request; to be used only if there is no <see cref="Problem"/>.</summary>
    public SearchRequest Read()
    {
        var size = Number(parameters.PageSize, "pageSize", 10, SearchRequest.MostPageSize);
        var page = Number(parameters.Page, "page", 1, int.MaxValue);
        var text = Text();
        var query = Query(text);
        var sort = Sort();
        var dates = Dates();
        var filters = Filters();
        var facets = Facets();
        var readings = IsOn(parameters.Readings, "readings");
        var corrections = IsOn(parameters.Corrections, "corrections");
        var canonical = string.Join('\n', text, parameters.PlainText, readings, corrections, sort, $"{dates.First:O}..{dates.Last:O}", string.Join('\u001F', filters.Select(f => $"{f.Field}={string.Join('\u001E', f.Values.Select(value => FilterValue.Term(FilterFields.NameOf(f.Field), value)).Order(StringComparer.Ordinal))}")));
        var duplicates = Choice<Duplicates>(parameters.Duplicates, "duplicates");
        var count = Choice<CountBy>(parameters.Count, "count");
        // Only where it is said: what is known by its canonical line, a feed for one, stays what it was.
        canonical += duplicates is null ? "" : "\n" + duplicates;
        var after = After(canonical);
        if (after is null && (long)page * size > SearchRequest.MostPaged)
            Fail("page_too_deep", $"Pages reach {SearchRequest.MostPaged:N0} results; follow nextCursor to go beyond.", "page");
        return new()
        {
            Text = parameters.Q ?? "",
            Query = query,
            Page = page,
            PageSize = size,
            Sort = sort,
            Dates = dates,
            Filters = filters,
            Facets = facets,
            Readings = readings,
            Corrections = corrections,
            Duplicates = duplicates,
            Count = count ?? CountBy.Articles,
            Folds = (duplicates ?? (parameters.FoldByDefault ? Duplicates.Fold : Duplicates.Show)) == Duplicates.Fold,
            IsPlain = _plain,
            Canonical = canonical,
            After = after,
            Warnings = _warnings,
        };
    }

    private string Text()
    {
        var written = parameters.Q?.Trim() ?? "";
        if (written.Length > MostAccepted)
        {
            Fail("query_too_long", $"The query has {written.Length:N0} characters; at most {SearchRequest.MostCharacters:N0} are searched.", "q");
            return "";
        }

        var text = SearchRequest.Cut(written);
        if (text.Length < written.Length)
            _warnings.Add(new("query_cut", $"Only the first {SearchRequest.MostCharacters:N0} characters of the query are searched."));
        return text;
    }

    private QueryNode Query(string text)
    {
        if (parameters.PlainText)
            return QueryParser.Plain(text);
        var (query, error) = QueryParser.Parse(text);
        if (query is not null)
            return query;
        _plain = true;
        // A query that had to be cut may have lost the end of a phrase: that is no fault of its writer.
        var wasCut = _warnings.Count > 0;
        if (!parameters.Lenient && !wasCut)
        {
            Fail("query_syntax", error!.Message, "q", error.Position);
            return QueryParser.Plain(text);
        }

        _warnings.Add(new("read_as_words", $"The query is read as plain words. At character {error!.Position + 1}: {error.Message}"));
        return QueryParser.Plain(text);
    }

    private int Number(string? written, string name, int usual, int most)
    {
        if (string.IsNullOrWhiteSpace(written))
            return usual;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most)
            return value;
        Fail("invalid_parameter", $"{name} is \"{Shown(written)}\"; expected a whole number from 1{(most == int.MaxValue ? "" : $" to {most}")}.", name);
        return usual;
    }

    private SearchSort Sort()
    {
        switch (parameters.Sort?.Trim().ToLowerInvariant())
        {
            case null or "" or "relevance":
                return SearchSort.Relevance;
            case "newest":
                return SearchSort.Newest;
            case "oldest":
                return SearchSort.Oldest;
            default:
                Fail("invalid_parameter", $"sort is \"{Shown(parameters.Sort)}\"; expected relevance, newest or oldest.", "sort");
                return SearchSort.Relevance;
        }
    }

    private DateSpan Dates()
    {
        var from = Day(parameters.From, "from").First;
        var to = Day(parameters.To, "to").Last;
        if (from > to)
            Fail("invalid_parameter", "from is later than to.", "from");
        return new(from, to);
    }

    private DateSpan Day(string? written, string name)
    {
        if (string.IsNullOrWhiteSpace(written))
            return DateSpan.Always;
        if (DateSpan.TryParse(written.Trim(), out var span))
            return span;
        Fail("invalid_parameter", $"{name} is \"{Shown(written)}\"; expected a year, month or day: 2021, 2021-04 or 2021-04-07.", name);
        return DateSpan.Always;
    }

    private List<(FilterField Field, IReadOnlyList<string> Values)> Filters()
    {
        var filters = new List<(FilterField Field, IReadOnlyList<string> Values)>();
        Filter(FilterField.Category, parameters.Category, "category");
        Filter(FilterField.Agency, parameters.Agency, "agency");
        Filter(FilterField.Place, parameters.Place, "place");
        Filter(FilterField.Byline, parameters.Byline, "byline");
        Filter(FilterField.Year, parameters.Year, "year");
        if (parameters.Year.FirstOrDefault(year => !string.IsNullOrWhiteSpace(year) && !(year.Trim().Length == 4 && DateSpan.TryParse(year.Trim(), out _))) is { } wrong)
            Fail("invalid_parameter", $"year is \"{Shown(wrong)}\"; expected a year: 2021.", "year");
        return filters;

        void Filter(FilterField field, IReadOnlyList<string> written, string name)
        {
            // Spellings of one value are one value.
            var values = written.Where(value => !string.IsNullOrWhiteSpace(value)).DistinctBy(value => FilterValue.Term(name, value)).ToList();
            if (values.Count > MostValues)
                Fail("invalid_parameter", $"{name} is given {values.Count} times; at most {MostValues} values are compared.", name);
            if (values.Count > 0)
                filters.Add((field, values));
        }
    }

    private List<string> Facets()
    {
        var names = (parameters.Facets ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (names.Find(name => !SearchRequest.AllFacets.Contains(name)) is { } unknown)
            Fail("invalid_parameter", $"There is no facet \"{Shown(unknown)}\"; expected {string.Join(", ", SearchRequest.AllFacets)}.", "facets");
        return names;
    }

    private T? Choice<T>(string? written, string name)
        where T : struct, Enum
    {
        var choice = new ParameterChoice();
        var asked = choice.Optional<T>(written, name);
        Problem ??= choice.Problem;
        return asked;
    }

    private bool IsOn(string? written, string name)
    {
        switch (written?.Trim().ToLowerInvariant())
        {
            case null or "" or "on":
                return true;
            case "off":
                return false;
            default:
                Fail("invalid_parameter", $"{name} is \"{Shown(written)}\"; expected on or off.", name);
                return true;
        }
    }

    private Cursor? After(string canonical)
    {
        if (string.IsNullOrWhiteSpace(parameters.Cursor))
            return null;
        if (!string.IsNullOrWhiteSpace(parameters.Page))
            Fail("invalid_parameter", "page and cursor exclude each other; a cursor knows its page.", "page");
        if (!Cursor.TryRead(parameters.Cursor, out var cursor))
            Fail("invalid_cursor", "The cursor is not one this service gave; begin again without it.", "cursor");
        else if (cursor.Search != Cursor.Fingerprint(canonical))
            Fail("invalid_cursor", "The cursor belongs to another search; query, filters and order must be the same from page to page.", "cursor");
        return cursor;
    }

    private static string Shown(string? value) => value is { Length: > 40 } ? value[..40] + "…" : value ?? "";

    private void Fail(string code, string detail, string parameter, int? position = null) => Problem ??= new(code, detail, parameter, position);
}
