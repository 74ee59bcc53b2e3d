using System.Globalization;
using SearchService.Api;
using SearchService.Engine.Permalinks;
using SearchService.Engine.Querying;
using SearchService.Hosting;
using SearchService.Http;

namespace SearchService.Pages;

/// <summary>One visit to a page: in which language it is told, and how links go on in it.</summary>
public sealed class Visit
{
    private const string LanguageName = "lang";

    // More than any link of a page has.
    private const int MostMembers = 140;

    private readonly HttpContext _context;
    private readonly bool _chosen;

    private Visit(HttpContext context, PageLanguage language, bool chosen)
    {
        _context = context;
        Language = language;
        _chosen = chosen;
        var files = context.RequestServices.GetRequiredService<PageFiles>();
        (StyleSheet, Script, Keys) = (files.StyleSheet, files.Script, files.Keys);
    }

    /// <summary>The interface's language: <c>?lang=</c>, else the browser's, else Hindi.</summary>
    public PageLanguage Language { get; }

    /// <summary>Address of the style sheet.</summary>
    public string StyleSheet { get; }

    /// <summary>Address of the script that offers suggestions.</summary>
    public string Script { get; }

    /// <summary>Address of the script that listens to keys.</summary>
    public string Keys { get; }

    /// <summary>This page in the other language.</summary>
    public string InOtherLanguage => SearchAddress.Of(
        // The path as it was sent: decoding and encoding it again would change ids with slashes.
        RawPath(),
        [
            .. _context.Request.Query.Where(member => member.Key != LanguageName)
                .SelectMany(member => member.Value, (member, value) => (member.Key, member.Value.Count > 1 ? Repeated(SearchRequest.Cut(value)) : SearchRequest.Cut(value)))
                .Take(MostMembers),
            (LanguageName, Language.Other.Code),
        ]);

    /// <summary>Reads the language of a request.</summary>
    public static Visit Of(HttpContext context)
    {
        var chosen = PageLanguage.Find(context.Request.Query[LanguageName].FirstOrDefault());
        // A quality of 0 says "not this one".
        var preferred = context.Request.GetTypedHeaders().AcceptLanguage
            .Where(accepted => accepted.Quality is not 0)
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => PageLanguage.Find(accepted.Value.ToString()))
            .FirstOrDefault(language => language is not null);
        return new Visit(context, chosen ?? preferred ?? PageLanguage.Hindi, chosen is not null);
    }

    /// <summary>The interface's text of a key, with values put in.</summary>
    public string Text(string key, params object[] values)
    {
        var text = PageTexts.Find(key, Language) ?? throw new ArgumentException($"There is no text '{key}'.", nameof(key));
        return values.Length == 0 ? text : string.Format(Language.Culture, text, values);
    }

    /// <summary>A count, grouped as in India.</summary>
    public string Number(long count) => count.ToString("N0", Language.Culture);

    /// <summary>A day in words: 7 अप्रैल 2021, as its place saw it.</summary>
    public string Day(DateTimeOffset time) => time.ToString("d MMMM yyyy", Language.Culture);

    /// <summary>Day and time of day: 7 अप्रैल 2021, 14:27 IST; the day alone at midnight sharp, as sources that know only the day are read.</summary>
    public string Time(DateTimeOffset time)
    {
        if (time.TimeOfDay == TimeSpan.Zero)
            return Day(time);
        var zone = time.Offset == TimeSpan.FromMinutes(330) ? "IST" : "UTC" + time.ToString("zzz", CultureInfo.InvariantCulture);
        return $"{Day(time)}, {time.ToString("HH:mm", CultureInfo.InvariantCulture)} {zone}";
    }

    /// <summary>The home page.</summary>
    public string Home() => Link("/");

    /// <summary>The page that explains how to search.</summary>
    /// <param name="section">A section of it; all when null.</param>
    public string Help(string? section = null) => Link(HelpView.Path) + (section is null ? "" : "#" + section);

    /// <summary>A search page.</summary>
    public string Search(SearchParameters search) => Link("/search", Members(search));

    /// <summary>The page of saved searches.</summary>
    /// <param name="page">1-based page.</param>
    public string Saved(int page = 1) => Link(SavedView.Path, ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The page of what answered a saved search.</summary>
    /// <param name="id">The saved search's id.</param>
    /// <param name="cursor">What leads to a later page; null for the first.</param>
    public string Saved(string id, string? cursor = null) => Link($"{SavedView.Path}/{id}", ("cursor", cursor));

    /// <summary>Where the service is reached, without a slash at the end.</summary>
    public string Root => Address.Root(_context.Request);

    /// <summary>Another view of a search.</summary>
    /// <param name="path">The view.</param>
    /// <param name="search">The search.</param>
    /// <param name="more">Members of the view itself.</param>
    public string Page(string path, SearchParameters search, params (string Name, string? Value)[] more) => Link(path, [.. Members(search), .. more]);

    /// <summary>A share of 0 to 1 in per cent.</summary>
    public string Share(double share) => (100 * share).ToString(share is > 0 and < 0.01 ? "0.####" : "0.##", Language.Culture) + " %";

    /// <summary>The name of a year, month or day (2021, 2021-04, 2021-04-07) in words.</summary>
    public string Interval(string name) => name.Length == 4 ? name
        : DateOnly.ParseExact(name.Length == 7 ? name + "-01" : name, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString(name.Length == 7 ? "MMMM yyyy" : "d MMMM yyyy", Language.Culture);

    /// <summary>The choice of an interval in a form.</summary>
    /// <param name="chosen">The interval chosen; blank for one that suits.</param>
    public (string Name, string Key, string Chosen, IReadOnlyList<(string Value, string Told)> Options) IntervalChoice(string chosen) =>
        ("interval", "interval.label", chosen, [("", Text("interval.auto")), .. ((string[])["day", "month", "year"]).Select(one => (one, Text("interval." + one)))]);

    /// <summary>An article's page, with the search that led to it: for its marks and for the way back.</summary>
    public string Article(string id, SearchParameters? search) =>
        Link(ArticleAddress.Of("/articles", id), search is null ? [] : Members(search));

    /// <summary>The search page as it is now, remembering what the archive was.</summary>
    public string Permalink(SearchParameters search, SearchMark mark) => Address.Root(_context.Request) + SearchAddress.Permalink(search, mark);

    /// <summary>An article's permanent address.</summary>
    public string Permalink(string id) => Address.Article(_context.Request, id);

    /// <summary>Hidden members that a form needs to stay in the language that was chosen.</summary>
    public IEnumerable<(string Name, string Value)> FormMembers() => _chosen ? [(LanguageName, Language.Code)] : [];

    private PublicAddress Address => _context.RequestServices.GetRequiredService<PublicAddress>();

    private static (string Name, string? Value)[] Members(SearchParameters search) => [.. SearchAddress.Members(search), ("page", search.Page), ("cursor", search.Cursor)];

    private string Link(string path, params (string Name, string? Value)[] members) =>
        SearchAddress.Of(path, _chosen ? [.. members, (LanguageName, Language.Code)] : members);

    // One of two queries may be blank: left out, the other would stand alone.
    private static string Repeated(string value) => value.Length == 0 ? SearchAddress.Blank : value;

    private string RawPath()
    {
        var target = _context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()?.RawTarget.Split('?')[0];
        // Only a path from the root: what begins with two slashes would lead to another host.
        return target is ['/', not '/', ..] or "/" ? target : "/";
    }
}
