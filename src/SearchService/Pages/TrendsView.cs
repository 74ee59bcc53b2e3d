using SearchService.Api;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Engine.Timelines;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Pages;

/// <summary>What the page of trends shows.</summary>
/// <param name="Asked">Filters of the searches, for the form and for links.</param>
/// <param name="Trends">What is compared and how.</param>
/// <param name="Response">The answer; null when the request was refused or there is none yet.</param>
/// <param name="Problem">Why it was refused.</param>
/// <param name="Warnings">What the visitor should know about the answer.</param>
public sealed record TrendsView(SearchParameters Asked, TrendsParameters Trends, TrendsResponse? Response, RequestProblem? Problem, IReadOnlyList<Warning> Warnings)
{
    /// <summary>Most intervals that are drawn.</summary>
    private const int MostIntervals = 400;

    /// <summary>Answers <c>/trends</c>.</summary>
    internal static IResult Answer(HttpContext context, ServedArchive served, Caching caching)
    {
        var visit = Visit.Of(context);
        var query = context.Request.Query;
        var parameters = PageParameters.Read(query);
        var trends = TrendsApi.Read(query);
        trends = trends with
        {
            Queries = [.. trends.Queries.Where(one => !string.IsNullOrWhiteSpace(one)).Take(TrendsRequest.Most).Select(SearchRequest.Cut)],
            Search = parameters.Asked,
            Interval = TimelineView.Known(trends.Interval),
            Measure = trends.Measure?.Trim().ToLowerInvariant() == "words" ? "words" : "articles",
            Spellings = trends.Spellings?.Trim().ToLowerInvariant() == "split" ? "split" : "fold",
            ShareOf = null,
        };
        var asked = parameters.Repeated with { Q = null, Sort = null, Page = null, Cursor = null };
        // One query is where a comparison begins: the form asks for the other.
        if (trends.Queries.Count < TrendsRequest.Fewest)
            return Page(new TrendsView(asked, trends, null, null, []));
        if (!TrendsRequest.TryCreate(trends, out var request, out var problem))
            return Page(new TrendsView(asked, trends with { Smoothing = null }, null, problem, []), Problems.Of(problem).StatusCode);
        if (caching.Holds(context, EntityTags.Of(served.Open.Status, "trends page", visit.Language.Code, visit.StyleSheet, context.Request.QueryString.Value), "Accept-Language"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var response = served.Open.Trends(request, context.RequestAborted);
        var warnings = new List<Warning>([.. response.Warnings, .. parameters.Warnings]);
        foreach (var longer in (string[])["month", "year"])
        {
            if (response.Intervals.Count <= MostIntervals || response.Interval == "year" || response.Interval == longer || !TrendsRequest.TryCreate(trends with { Interval = longer }, out request, out _))
                continue;
            response = served.Open.Trends(request, context.RequestAborted);
            warnings.RemoveAll(warning => warning.Code == "interval_widened");
            warnings.Add(new("interval_widened", $"The chart would have more than {MostIntervals} points; it is told by {longer}."));
        }

        return Page(new TrendsView(asked, trends, response, null, warnings));

        PageResult<TrendsPage> Page(TrendsView view, int status = StatusCodes.Status200OK) =>
            new(new() { [nameof(TrendsPage.Visit)] = visit, [nameof(TrendsPage.View)] = view }, status);
    }
}
