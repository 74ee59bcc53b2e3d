using System.ComponentModel;
using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Engine.Alerts;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Api;

/// <summary><c>/v1/saved-searches</c>: searches that are matched against arriving articles. Reading for everyone, changing with a key.</summary>
internal static class SavedSearchesApi
{
    /// <summary>Where saved searches are.</summary>
    public const string Prefix = "/v1/saved-searches";

    private const int UsualPage = 50;
    private const int LargestPage = 100;
    private const int LargestBody = 64 * 1024;

    private static readonly QueryParameters Paging = new(
    [
        new("page", "1-based page.", 1, QueryParameterType.Count),
        new("pageSize", "Saved searches a page, 1 to 100; 50 unless given.", UsualPage, QueryParameterType.Count),
    ]);

    private static readonly QueryParameters MatchPaging = new(
    [
        new("pageSize", "Articles a page, 1 to 100; 50 unless given.", UsualPage, QueryParameterType.Count),
        new("cursor", "The nextCursor of the answer before."),
    ]);

    /// <summary>The address of a saved search's feed, from the root.</summary>
    public static string Feed(string id, string? cursor = null) => Pages.SearchAddress.Of($"{Prefix}/{id}/feed", [("cursor", cursor)]);

    /// <summary>Maps it.</summary>
    public static void MapSavedSearches(this RouteGroupBuilder group)
    {
        var saved = group.MapGroup("/saved-searches").WithTags("saved searches");
        saved.MapPost("", Post)
            .WithName("postSavedSearch")
            .WithSummary("Saves a search: articles that arrive from now on are matched against it, exactly as a search would find them, but misspelt words are not put right. At most 10,000 are kept.")
            .Accepts<NewSavedSearch>(MediaTypeNames.Application.Json)
            .Produces<SavedSearchAnswer>(StatusCodes.Status201Created)
            .NeedsWritingKey()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status414UriTooLong)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        saved.MapGet("", List)
            .WithName("listSavedSearches")
            .WithSummary("The saved searches, the latest first.")
            .WithMetadata(Paging)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        saved.MapGet("/{id}", Get)
            .WithName("getSavedSearch")
            .WithSummary("One saved search.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        saved.MapDelete("/{id}", Delete)
            .WithName("deleteSavedSearch")
            .WithSummary("Removes a saved search, its matches and its feed.")
            .NeedsWritingKey()
            .ProducesProblem(StatusCodes.Status404NotFound);
        saved.MapGet("/{id}/matches", Matches)
            .WithName("savedSearchMatches")
            .WithSummary("The articles that answered since the search was saved, the last to arrive first, with the words marked that answer; the last 1,000 are kept. An article that is removed, or changed so that it does not answer any more, is not among them.")
            .WithMetadata(MatchPaging)
            .Produces<MatchesResponse>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        saved.MapSavedSearchFeed(MatchPaging);
    }

    /// <summary>Reads a whole number from 1 of a query string.</summary>
    /// <returns>The number, or the problem.</returns>
    public static (int Number, ProblemHttpResult? Problem) Count(IQueryCollection query, string name, int usual, int most) =>
        query[name].FirstOrDefault() is not { Length: > 0 } written ? (usual, null)
            : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? (number, null)
            : (0, Problems.OfValue(name, written, [string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {most}")]));

    /// <summary>A page of a saved search's matches, as the query string asks for it.</summary>
    /// <returns>The search and the page, or the problem.</returns>
    public static (SavedSearch? Search, MatchesResponse? Matches, ProblemHttpResult? Problem) Read(HttpContext context, SavedSearches saved, string id)
    {
        if (saved.Find(id) is not { } search)
            return (null, null, NoSearch());
        var (size, problem) = Count(context.Request.Query, "pageSize", UsualPage, LargestPage);
        if (problem is not null)
            return (search, null, problem);
        var cursor = context.Request.Query["cursor"].FirstOrDefault();
        return saved.TryMatches(search, string.IsNullOrEmpty(cursor) ? null : cursor, size, out var matches)
            ? (search, matches, null)
            : (search, null, Problems.Of(StatusCodes.Status400BadRequest, "invalid_cursor", "The cursor is not the nextCursor of an earlier answer.", ("parameter", "cursor")));
    }

    private static async Task<IResult> Post(HttpContext context, ServedArchive served, PublicAddress address)
    {
        if (!context.Request.HasJsonContentType())
            return Problems.OfStatus(StatusCodes.Status415UnsupportedMediaType, context.Request.Path);
        var body = await ArticleDocument.ReadBodyAsync(context, LargestBody);
        if (body is null)
            return Problems.Of(StatusCodes.Status413PayloadTooLarge, "body_too_large", $"A saved search may have {LargestBody:N0} bytes.");
        NewSavedSearch? written;
        try
        {
            written = JsonSerializer.Deserialize<NewSavedSearch>(body, NewSavedSearch.Options);
        }
        catch (JsonException fault)
        {
            return Invalid(fault.Path is { Length: > 1 } path ? $"The body cannot be read at {path}: there is no such member, or its value is of another kind." : "The body is not one JSON object.");
        }

        if (written is null || (written.Category ?? []).Concat(written.Agency ?? []).Concat(written.Place ?? []).Contains(null!))
            return Invalid("The body is not one JSON object, or a filter holds null.");
        var saved = served.Open.SavedSearches;
        if (!saved.TryAdd(written.Title, written.Language, written.ToParameters(), out var search, out var problem))
            return problem.Code == "saved_searches_full" ? Problems.Of(StatusCodes.Status409Conflict, problem.Code, problem.Detail) : Problems.Of(problem);
        return TypedResults.Created($"{Prefix}/{search.Id}", SavedSearchAnswer.Of(search, (0, null), address.Root(context.Request)));

        static ProblemHttpResult Invalid(string detail) => Problems.Of(StatusCodes.Status400BadRequest, "invalid_saved_search", detail);
    }

    private static Results<Ok<SavedSearchList>, ProblemHttpResult> List(HttpContext context, ServedArchive served, PublicAddress address)
    {
        var query = context.Request.Query;
        var (page, badPage) = Count(query, "page", 1, SavedSearches.Most);
        var (size, badSize) = Count(query, "pageSize", UsualPage, LargestPage);
        if ((badPage ?? badSize) is { } problem)
            return problem;
        var saved = served.Open.SavedSearches;
        var root = address.Root(context.Request);
        Changing(context);
        return TypedResults.Ok(new SavedSearchList(
            saved.Count,
            page,
            size,
            [.. saved.List((page - 1) * size, size).Select(search => SavedSearchAnswer.Of(search, saved.Sum(search), root))],
            saved.MatchedTo,
            SearchQuery.Ineffective(query, Paging)));
    }

    private static Results<Ok<SavedSearchAnswer>, ProblemHttpResult> Get(HttpContext context, ServedArchive served, PublicAddress address, [Description("The saved search's id.")] string id)
    {
        var saved = served.Open.SavedSearches;
        if (saved.Find(id) is not { } search)
            return NoSearch();
        Changing(context);
        return TypedResults.Ok(SavedSearchAnswer.Of(search, saved.Sum(search), address.Root(context.Request)));
    }

    private static Results<NoContent, ProblemHttpResult> Delete(ServedArchive served, [Description("The saved search's id.")] string id) =>
        served.Open.SavedSearches.Remove(id) ? TypedResults.NoContent() : NoSearch();

    private static IResult Matches(HttpContext context, ServedArchive served, Caching caching, [Description("The saved search's id.")] string id)
    {
        if (caching.Holds(context, Tag(served, "matches", id, context.Request.QueryString.Value)) && served.Open.SavedSearches.Find(id) is not null)
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var (_, matches, problem) = Read(context, served.Open.SavedSearches, id);
        if (problem is not null)
            return Caching.Untagged(context, problem);
        return TypedResults.Ok(matches! with { Warnings = [.. matches.Warnings, .. SearchQuery.Ineffective(context.Request.Query, MatchPaging)] });
    }

    /// <summary>The tag of what is told of a saved search: with no change of the archive, and nothing more matched, it is the same.</summary>
    public static string Tag(ServedArchive served, params ReadOnlySpan<string?> parts) =>
        EntityTags.Of(served.Open.Status, [served.Open.SavedSearches.MatchedTo.ToString(CultureInfo.InvariantCulture), .. parts]);

    // Who has just saved or removed a search must not be shown the list as it was.
    private static void Changing(HttpContext context) => context.Response.Headers.CacheControl = "no-cache";

    private static ProblemHttpResult NoSearch() => Problems.Of(StatusCodes.Status404NotFound, "saved_search_not_found", "There is no saved search of this id.");
}
