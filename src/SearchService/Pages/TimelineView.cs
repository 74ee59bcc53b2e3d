using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Engine.Timelines;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Pages;

/// <summary>What the timeline's page shows.</summary>
/// <param name="Asked">The search, for the form and for links.</param>
/// <param name="Interval">The interval asked for; blank for one that suits.</param>
/// <param name="Response">The answer; null when the request was refused.</param>
/// <param name="Problem">Why it was refused.</param>
/// <param name="Warnings">What the visitor should know about the answer.</param>
public sealed record TimelineView(SearchParameters Asked, string Interval, TimelineResponse? Response, RequestProblem? Problem, IReadOnlyList<Warning> Warnings)
{
    /// <summary>Most bars that are drawn: a page is read by people.</summary>
    private const int MostBars = 400;

    /// <summary>Whether the counts are those of the query with its misspelt words put right.</summary>
    public bool IsCorrected => Response?.Warnings.Any(warning => warning.Code == "corrected") == true;

    /// <summary>Answers <c>/timeline</c>.</summary>
    internal static IResult Answer(HttpContext context, ServedArchive served, Caching caching)
    {
        var visit = Visit.Of(context);
        var parameters = PageParameters.Read(context.Request.Query);
        var asked = parameters.Repeated with { Sort = null, Page = null, Cursor = null };
        var interval = Known(context.Request.Query["interval"].FirstOrDefault());
        if (!TimelineRequest.TryCreate(parameters.Asked, interval, null, out var request, out var problem))
            return Page(new TimelineView(asked, interval, null, problem, []), Problems.Of(problem).StatusCode);
        if (caching.Holds(context, EntityTags.Of(served.Open.Status, "timeline page", visit.Language.Code, visit.StyleSheet, context.Request.QueryString.Value), "Accept-Language"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var response = served.Open.Timeline(request, context.RequestAborted);
        Caching.Withhold(context, response.Warnings);
        var warnings = new List<Warning>([.. response.Warnings.Where(warning => warning.Code != "corrected"), .. parameters.Warnings]);
        foreach (var longer in (string[])["month", "year"])
        {
            if (response.Intervals.Count <= MostBars || response.Interval == "year" || response.Interval == longer || !TimelineRequest.TryCreate(parameters.Asked, longer, null, out request, out _))
                continue;
            response = served.Open.Timeline(request, context.RequestAborted);
            warnings.RemoveAll(warning => warning.Code == "interval_widened");
            warnings.Add(new("interval_widened", $"The chart would have more than {MostBars} bars; it is told by {longer}."));
        }

        return Page(new TimelineView(asked, interval, response, null, warnings));

        PageResult<TimelinePage> Page(TimelineView view, int status = StatusCodes.Status200OK) =>
            new(new() { [nameof(TimelinePage.Visit)] = visit, [nameof(TimelinePage.View)] = view }, status);
    }

    /// <summary>An interval that there is; blank for any other.</summary>
    internal static string Known(string? written) => written?.Trim().ToLowerInvariant() is "day" or "month" or "year" ? written.Trim().ToLowerInvariant() : "";
}
