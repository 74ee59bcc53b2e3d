using System.Diagnostics.CodeAnalysis;
using SearchService.Engine.Results;

namespace SearchService.Engine.Querying;

/// <summary>A checked search: made once at the edge, then trusted.</summary>
public sealed record SearchRequest
{
    /// <summary>Most results that pages reach; cursors go on beyond.</summary>
    public const int MostPaged = 10_000;

    /// <summary>Most hits on one page.</summary>
    public const int MostPageSize = 100;

    /// <summary>Longest query searched, in UTF-16 units.</summary>
    public const int MostCharacters = 1000;

    /// <summary>Longest cursor, in characters.</summary>
    public const int MostCursorCharacters = 1200;

    /// <summary>The facets that can be counted.</summary>
    public static readonly IReadOnlyList<string> AllFacets = [.. FilterFields.All.Select(FilterFields.NameOf)];

    internal SearchRequest()
    {
    }

    /// <summary>The query as asked.</summary>
    public string Text { get; internal init; } = "";

    /// <summary>1-based page; 1 with a cursor.</summary>
    public int Page { get; internal init; } = 1;

    /// <summary>Hits a page.</summary>
    public int PageSize { get; internal init; } = 10;

    /// <summary>Order of the hits.</summary>
    public SearchSort Sort { get; internal init; }

    /// <summary>Whether words are searched in the other script and language too.</summary>
    public bool Readings { get; internal init; } = true;

    /// <summary>Whether misspelt words are corrected where nothing is found, and corrections offered.</summary>
    public bool Corrections { get; internal init; } = true;

    /// <summary>What becomes of copies, if the caller said.</summary>
    public Duplicates? Duplicates { get; internal init; }

    /// <summary>Whether the results have one article of each story.</summary>
    public bool Folds { get; internal init; } = true;

    /// <summary>Facets to count.</summary>
    public IReadOnlyList<string> Facets { get; internal init; } = [];

    /// <summary>What facets and timelines count.</summary>
    public CountBy Count { get; internal init; }

    /// <summary>Everything that decides which articles match and in what order, in one line: requests with the same line have the same results.</summary>
    public string Canonical { get; internal init; } = "";

    internal QueryNode Query { get; init; } = new BagNode([]);

    /// <summary>Whether the query was read as words alone, without syntax.</summary>
    internal bool IsPlain { get; init; }

    internal DateSpan Dates { get; init; } = DateSpan.Always;

    /// <summary>Filter values by field; any of a field's values, all of the fields.</summary>
    internal IReadOnlyList<(FilterField Field, IReadOnlyList<string> Values)> Filters { get; init; } = [];

    internal Cursor? After { get; init; }

    internal IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>The values of a facet that the request is narrowed to; none where it is not.</summary>
    internal IReadOnlyList<string> Selected(string facet) => Filters.FirstOrDefault(filter => FilterFields.NameOf(filter.Field) == facet).Values ?? [];

    /// <summary>A clause with the request's dates and filters added to it.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="but">Name of a facet whose filter is left out.</param>
    internal Clause Narrowed(Clause clause, string? but = null)
    {
        var filters = new List<Clause>();
        if (!Dates.IsAlways)
            filters.Add(new DateClause(Dates));
        foreach (var (field, values) in Filters.Where(filter => FilterFields.NameOf(filter.Field) != but))
            filters.Add(new BagClause([], [.. values.Select(value => new FilterClause(field, value))], [], [], []));
        if (filters.Count == 0)
            return clause;
        return clause is BagClause bag ? bag with { Filters = [.. bag.Filters, .. filters] } : new BagClause([clause], [], [], filters, []);
    }

    /// <summary>As much of a query as is searched: trimmed, and what is beyond <see cref="MostCharacters"/> cut off at a space.</summary>
    public static string Cut(string? written)
    {
        var text = written?.Trim() ?? "";
        if (text.Length <= MostCharacters)
            return text;
        var space = text.LastIndexOf(' ', MostCharacters);
        return text[..(space > 0 ? space : MostCharacters)];
    }

    /// <summary>Checks what a caller wrote.</summary>
    /// <param name="parameters">As written.</param>
    /// <param name="request">The request, when true is returned.</param>
    /// <param name="problem">Why not, when false is returned.</param>
    public static bool TryCreate(
        SearchParameters parameters,
        [NotNullWhen(true)] out SearchRequest? request,
        [NotNullWhen(false)] out RequestProblem? problem)
    {
        var reader = new ParameterReader(parameters);
        request = reader.Read();
        problem = reader.Problem;
        if (problem is not null)
            request = null;
        return request is not null;
    }
}
