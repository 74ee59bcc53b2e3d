using SearchService.Api;
using SearchService.Engine.Comparisons;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Pages;

/// <summary>What the page of a comparison shows.</summary>
/// <param name="Asked">Filters of the searches, for the form and for links.</param>
/// <param name="Compared">What is compared and how.</param>
/// <param name="Response">The answer; null when the request was refused or there is none yet.</param>
/// <param name="Problem">Why it was refused.</param>
/// <param name="Warnings">What the visitor should know about the answer.</param>
public sealed record CompareView(SearchParameters Asked, CompareParameters Compared, CompareResponse? Response, RequestProblem? Problem, IReadOnlyList<Warning> Warnings)
{
    /// <summary>The two queries, as far as they are asked.</summary>
    public IReadOnlyList<string> Queries => [.. Compared.Queries.Concat(["", ""]).Take(2)];

    /// <summary>Address of what the search finds that one side finds and the other does not, or both find; null where no query says it: one is blank, was read as plain words or corrected, or both are too long together.</summary>
    /// <param name="between">NOT or AND.</param>
    /// <param name="isTurned">The second query first.</param>
    public SearchParameters? Part(string between, bool isTurned = false)
    {
        var (first, second) = isTurned ? (Queries[1], Queries[0]) : (Queries[0], Queries[1]);
        var query = $"({first}) {between} ({second})";
        return string.IsNullOrWhiteSpace(first) || string.IsNullOrWhiteSpace(second) || query.Length > SearchRequest.MostCharacters
            || Warnings.Any(warning => warning.Code is "read_as_words" or "query_cut" or "corrected") ? null : Asked with { Q = query };
    }

    /// <summary>Answers <c>/compare</c>.</summary>
    internal static IResult Answer(HttpContext context, ServedArchive served, Caching caching)
    {
        var visit = Visit.Of(context);
        var query = context.Request.Query;
        var parameters = PageParameters.Read(query);
        var compared = CompareApi.Read(query);
        compared = compared with
        {
            Queries = [.. compared.Queries.Take(2).Select(SearchRequest.Cut)],
            Search = parameters.Asked,
            Overlap = OneOf(compared.Overlap, "in"),
            Spellings = OneOf(compared.Spellings, "split"),
            StopWords = OneOf(compared.StopWords, "in"),
            Words = null,
            Articles = null,
        };
        var asked = parameters.Repeated with { Q = null, Sort = null, Page = null, Cursor = null };
        // One query is where a comparison begins: the form asks for the other. Sent with the form, a blank one stands for all articles.
        if (compared.Queries.Count < 2 || compared.Queries.All(string.IsNullOrWhiteSpace))
            return Page(new CompareView(asked, compared, null, null, []));
        if (!CompareRequest.TryCreate(compared, out var request, out var problem))
            return Page(new CompareView(asked, compared with { MinFrequency = null }, null, problem, []), Problems.Of(problem).StatusCode);
        if (caching.Holds(context, EntityTags.Of(served.Open.Status, "compare page", visit.Language.Code, visit.StyleSheet, context.Request.QueryString.Value), "Accept-Language"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var response = served.Open.Compare(request, context.RequestAborted);
        return Page(new CompareView(asked, compared, response, null, [.. response.Warnings, .. parameters.Warnings]));

        PageResult<ComparePage> Page(CompareView view, int status = StatusCodes.Status200OK) =>
            new(new() { [nameof(ComparePage.Visit)] = visit, [nameof(ComparePage.View)] = view }, status);
    }

    private static string? OneOf(string? written, string other) => other.Equals(written?.Trim(), StringComparison.OrdinalIgnoreCase) ? other : null;
}
