using SearchService.Engine.Explaining;
using SearchService.Engine.Permalinks;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Pages;

/// <summary>What the search page shows.</summary>
/// <param name="Asked">The search as asked, for the form and for links that change one thing of it; bounded.</param>
/// <param name="Response">The answer; null when the search was refused.</param>
/// <param name="Problem">Why it was refused; null when it was answered.</param>
/// <param name="Warnings">What the visitor should know about the answer.</param>
public sealed record SearchView(SearchParameters Asked, SearchResponse? Response, RequestProblem? Problem, IReadOnlyList<Warning> Warnings)
{
    /// <summary>Name of the member that asks why the article of an id is where it is.</summary>
    public const string Explained = "explain";

    /// <summary>Why one of the articles is where it is, where that was asked.</summary>
    public Explanation? Why { get; private init; }

    /// <summary>What has changed since the permalink that the visitor followed was made; null where it was none, or nothing can be told.</summary>
    public ResultChanges? Since { get; private init; }

    /// <summary>What a permalink to this search remembers; null when the search was refused.</summary>
    public SearchMark? Mark { get; private init; }

    /// <summary>Address of the search's feed; null where the API would refuse the query, because its syntax is not one.</summary>
    public string? Feed => Response is null || Warnings.Any(one => one.Code == "read_as_words") ? null : SearchAddress.Feed(Asked);

    /// <summary>Whether facets show only their most frequent values: told beside them, for it is so in any large archive.</summary>
    public bool FacetsCapped => Response?.Warnings.Any(IsAboutFacets) == true;

    /// <summary>Whether the results are those of the query with its misspelt words put right: told with links, not as a notice.</summary>
    public bool IsCorrected => Response?.Warnings.Any(IsAboutCorrection) == true;

    /// <summary>Answers <c>/search</c>. Bad syntax is read as plain words; what else is wrong is told in the page.</summary>
    internal static IResult Answer(HttpContext context, ServedArchive served, Caching caching)
    {
        var visit = Visit.Of(context);
        var parameters = PageParameters.Read(context.Request.Query);
        if (!SearchRequest.TryCreate(parameters.Asked, out var request, out var problem))
            return Page(new SearchView(parameters.Repeated, null, problem, []), Problems.Of(problem).StatusCode);

        var tag = EntityTags.Of(
            served.Open.Status, "search page", visit.Language.Code, visit.StyleSheet, visit.Script, visit.Keys, context.Request.QueryString.Value);
        if (caching.Holds(context, tag, "Accept-Language"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var response = served.Open.Search(request, context.RequestAborted);
        Caching.Withhold(context, response.Warnings);
        var (since, untold) = Compared(context, served, request);
        return Page(new SearchView(
            parameters.Repeated, response, null, [.. response.Warnings.Where(one => !IsAboutFacets(one) && !IsAboutCorrection(one)), .. parameters.Warnings, .. untold])
        {
            Since = since,
            Mark = served.Open.Mark(response),
            // Only of an article that the page shows.
            Why = context.Request.Query[Explained].FirstOrDefault() is { } id && response.Hits.Any(hit => hit.Id == id)
                ? served.Open.Explain(request, id, context.RequestAborted)
                : null,
        });

        PageResult<SearchPage> Page(SearchView view, int status = StatusCodes.Status200OK) =>
            new(new() { [nameof(SearchPage.Visit)] = visit, [nameof(SearchPage.View)] = view }, status);
    }

    // What the results warn of is told beside them already.
    private static (ResultChanges? Since, IEnumerable<Warning> Untold) Compared(HttpContext context, ServedArchive served, SearchRequest request)
    {
        if (!SearchMark.TryParse(context.Request.Query[SearchAddress.At].FirstOrDefault(), out var then))
            return (null, []);
        var compared = served.Open.Compare(request, then, context.RequestAborted);
        return (compared.Since, compared.Warnings.Where(one => one.Code is "other_archive" or "newer_permalink" or "read_otherwise" or "changes_cut"));
    }

    private static bool IsAboutFacets(Warning warning) => warning.Code == "facet_capped";

    private static bool IsAboutCorrection(Warning warning) => warning.Code == "corrected";
}
