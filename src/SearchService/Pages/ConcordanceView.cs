using SearchService.Engine.Concordances;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Pages;

/// <summary>What the concordance's page shows.</summary>
/// <param name="Asked">The search, for the form and for links.</param>
/// <param name="Sort">The order asked for.</param>
/// <param name="Context">Words on either side, as written.</param>
/// <param name="Response">The answer; null when the request was refused.</param>
/// <param name="Problem">Why it was refused.</param>
/// <param name="Warnings">What the visitor should know about the answer.</param>
public sealed record ConcordanceView(
    SearchParameters Asked, string Sort, string Context, ConcordanceResponse? Response, RequestProblem? Problem, IReadOnlyList<Warning> Warnings)
{
    /// <summary>The orders there are.</summary>
    public static readonly IReadOnlyList<string> Sorts = ["newest", "oldest", "left1", "left2", "left3", "right1", "right2", "right3"];

    /// <summary>The numbers of words that can be chosen.</summary>
    public static readonly IReadOnlyList<string> Contexts = ["4", "8", "12", "20"];

    /// <summary>Whether the lines are those of the query with its misspelt words put right.</summary>
    public bool IsCorrected => Response?.Warnings.Any(warning => warning.Code == "corrected") == true;

    /// <summary>Answers <c>/concordance</c>.</summary>
    internal static IResult Answer(HttpContext context, ServedArchive served, Caching caching)
    {
        var visit = Visit.Of(context);
        var parameters = PageParameters.Read(context.Request.Query);
        var written = context.Request.Query["sort"].FirstOrDefault()?.Trim().ToLowerInvariant();
        var sort = Sorts.FirstOrDefault(one => one == written) ?? Sorts[0];
        var words = Contexts.FirstOrDefault(one => one == context.Request.Query["context"].FirstOrDefault()) ?? Contexts[1];
        var asked = parameters.Repeated with { Sort = null, Page = null, Cursor = null };
        if (!ConcordanceRequest.TryCreate(parameters.Asked with { Sort = sort }, words, out var request, out var problem))
            return Page(new ConcordanceView(asked, sort, words, null, problem, []), Problems.Of(problem).StatusCode);
        if (caching.Holds(context, EntityTags.Of(served.Open.Status, "concordance page", visit.Language.Code, visit.StyleSheet, context.Request.QueryString.Value), "Accept-Language"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var response = served.Open.Concordance(request, context.RequestAborted);
        return Page(new ConcordanceView(asked, sort, words, response, null, [.. response.Warnings.Where(warning => warning.Code != "corrected"), .. parameters.Warnings]));

        PageResult<ConcordancePage> Page(ConcordanceView view, int status = StatusCodes.Status200OK) =>
            new(new() { [nameof(ConcordancePage.Visit)] = visit, [nameof(ConcordancePage.View)] = view }, status);
    }
}
