using System.Diagnostics.CodeAnalysis;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;

namespace SearchService.Engine.Concordances;

/// <summary>A checked request for a concordance.</summary>
public sealed record ConcordanceRequest
{
    /// <summary>Most words on either side of an occurrence.</summary>
    public const int MostContext = 50;

    /// <summary>Most lines on one page.</summary>
    public const int MostPageSize = 1000;

    /// <summary>Words on either side unless another number is asked for.</summary>
    public const int UsualContext = 8;

    /// <summary>Lines a page unless another number is asked for.</summary>
    public const int UsualPageSize = 50;

    internal ConcordanceRequest()
    {
    }

    /// <summary>Order of the lines.</summary>
    public ConcordanceSort Sort { get; internal init; }

    /// <summary>Words on either side, 1 to <see cref="MostContext"/>.</summary>
    public int Context { get; internal init; } = UsualContext;

    /// <summary>Lines a page.</summary>
    public int PageSize { get; internal init; } = UsualPageSize;

    /// <summary>Everything that decides which lines there are and in what order.</summary>
    public string Canonical => $"{Search.Canonical}\n{Sort}";

    /// <summary>The query as asked.</summary>
    public string Text => Search.Text;

    internal SearchRequest Search { get; init; } = new();

    internal Cursor? After { get; init; }

    /// <summary>Checks what a caller wrote.</summary>
    /// <param name="parameters">Query and filters as in a search, page size, cursor, and the order: newest, oldest, left1 to left3, right1 to right3.</param>
    /// <param name="context">Words on either side, 1 to 50; 8 when blank.</param>
    /// <param name="request">The request, when true is returned.</param>
    /// <param name="problem">Why not, when false is returned.</param>
    public static bool TryCreate(
        SearchParameters parameters,
        string? context,
        [NotNullWhen(true)] out ConcordanceRequest? request,
        [NotNullWhen(false)] out RequestProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        request = null;
        if (!SearchRequest.TryCreate(parameters.WhichArticles(), out var search, out problem))
            return false;
        var choice = new ParameterChoice();
        var read = new ConcordanceRequest
        {
            Search = search,
            Sort = choice.Of(parameters.Sort, "sort", ConcordanceSort.Newest),
            Context = choice.Number(context, "context", UsualContext, 1, MostContext),
            PageSize = choice.Number(parameters.PageSize, "pageSize", UsualPageSize, 1, MostPageSize),
        };
        problem = choice.Problem;
        if (problem is null && !string.IsNullOrWhiteSpace(parameters.Cursor))
        {
            if (!Cursor.TryRead(parameters.Cursor, out var cursor))
                problem = new("invalid_cursor", "The cursor is not one this service gave; begin again without it.", "cursor");
            else if (cursor.Search != Cursor.Fingerprint(read.Canonical))
                problem = new("invalid_cursor", "The cursor belongs to another concordance; query, filters and order must be the same from page to page.", "cursor");
            read = read with { After = cursor };
        }

        if (problem is null)
            request = read;
        return problem is null;
    }
}
