using System.Collections.ObjectModel;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using SearchService.Engine.Alerts;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Http;
using SearchService.Pages;

namespace SearchService.Api;

/// <summary>
/// Makes Atom of an answer. Ids are made of the archive's identity and the article's id: the same wherever the archive is served from,
/// and after its index has been rebuilt.
/// </summary>
/// <param name="archive">The archive's identity.</param>
/// <param name="root">Where it is served, without a slash at the end.</param>
/// <param name="permalink">The address of an article's page.</param>
internal sealed class SearchFeed(string archive, string root, Func<string, string> permalink)
{
    /// <summary>The feed of an answer.</summary>
    public SyndicationFeed Of(SearchParameters parameters, SearchRequest request, SearchResponse response, IReadOnlyList<Warning> warnings)
    {
        var name = PageTexts.Find("site.name", PageLanguage.Hindi)!;
        var items = response.Hits.Select(hit => Item(hit, hit.PublishedAt)).ToList();
        var told = string.Join(" ", response.Warnings.Concat(warnings).Select(warning => warning.Message));
        var feed = new SyndicationFeed(items)
        {
            Id = Urn("search", request.Canonical),
            Title = Text(string.IsNullOrWhiteSpace(request.Text) ? name : $"{request.Text} – {name}"),
            Description = told.Length > 0 ? Text(told) : null,
            // An empty feed has never changed.
            LastUpdatedTime = items.Count == 0 ? DateTimeOffset.UnixEpoch : items.Max(item => item.LastUpdatedTime),
            Language = "hi",
        };
        feed.Authors.Add(new SyndicationPerson { Name = name });
        Link(feed.Links, "self", SearchAddress.Feed(parameters, parameters.Cursor), "application/atom+xml");
        Link(feed.Links, "alternate", SearchAddress.Page(parameters), "text/html");
        if (response.NextCursor is { } cursor)
            Link(feed.Links, "next", SearchAddress.Feed(parameters, cursor), "application/atom+xml");
        return feed;
    }

    /// <summary>The feed of what has answered a saved search.</summary>
    public SyndicationFeed Of(SavedSearch search, string? cursor, MatchesResponse matches)
    {
        var language = PageLanguage.Find(search.Language) ?? PageLanguage.Hindi;
        var name = PageTexts.Find("site.name", language)!;
        var items = matches.Matches.Select(match => Item(match.Article, match.MatchedAt)).ToList();
        var told = string.Join(" ", matches.Warnings.Select(warning => PageTexts.Find("warning." + warning.Code, language) ?? warning.Message));
        var feed = new SyndicationFeed(items)
        {
            Id = Urn("saved search", search.Id),
            Title = Text($"{(search.Title.Length > 0 ? search.Title : PageTexts.Find("search.title.all", language))} – {name}"),
            Description = told.Length > 0 ? Text(told) : null,
            // A feed without entries has not changed since it was made.
            LastUpdatedTime = items.Count == 0 ? search.CreatedAt : items.Max(item => item.LastUpdatedTime),
            Language = language.Code,
        };
        feed.Authors.Add(new SyndicationPerson { Name = name });
        Link(feed.Links, "self", SavedSearchesApi.Feed(search.Id, cursor), "application/atom+xml");
        Link(feed.Links, "alternate", SearchAddress.Page(search.Asked), "text/html");
        if (matches.NextCursor is { } next)
            Link(feed.Links, "next", SavedSearchesApi.Feed(search.Id, next), "application/atom+xml");
        return feed;
    }

    /// <summary>An entry.</summary>
    /// <param name="hit">The article.</param>
    /// <param name="updated">When it came, or came to be what it is; when it was published, where that is what the feed goes by.</param>
    private SyndicationItem Item(Hit hit, DateTimeOffset? updated)
    {
        var title = hit.Headline.Length > 0 ? hit.Headline : hit.WebTitle.Length > 0 ? hit.WebTitle : PageTexts.Find("search.untitled", PageLanguage.Hindi)!;
        var item = new SyndicationItem
        {
            Id = Urn("article", hit.Id),
            Title = Text(title),
            // Atom asks for a time of every entry; one that has none stands last, and at the beginning of time.
            LastUpdatedTime = updated ?? DateTimeOffset.UnixEpoch,
            PublishDate = hit.PublishedAt ?? default,
            Summary = Text(hit.Highlights.FirstOrDefault(passage => passage.Field == "body")?.Text ?? ""),
        };
        item.Links.Add(new(new Uri(permalink(hit.Id)), "alternate", null, "text/html", 0));
        if (Uri.TryCreate(hit.Url, UriKind.Absolute, out var source) && source.Scheme is "http" or "https")
            item.Links.Add(new(source, "via", null, "text/html", 0));
        if (!string.IsNullOrEmpty(hit.Agency))
            item.Authors.Add(new SyndicationPerson { Name = Clean(hit.Agency) });
        if (!string.IsNullOrEmpty(hit.Category))
            item.Categories.Add(new SyndicationCategory(Clean(hit.Category)));
        return item;
    }

    private void Link(Collection<SyndicationLink> links, string relation, string path, string mediaType) =>
        links.Add(new(new Uri(root + path), relation, null, mediaType, 0));

    private string Urn(string kind, string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{archive}\n{kind}\n{name}")).AsSpan(0, 16);
        // Version 8, made by a rule of one's own, and the variant of RFC 9562.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }

    private static TextSyndicationContent Text(string text) => new(Clean(text), TextSyndicationContentKind.Plaintext);

    /// <summary>A text as XML can hold it: other characters are replaced.</summary>
    private static string Clean(string text) => XmlText.Clean(text);
}
