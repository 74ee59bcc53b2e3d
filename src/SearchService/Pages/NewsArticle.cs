using System.Text.Json;
using System.Text.Json.Nodes;
using SearchService.Articles;

namespace SearchService.Pages;

/// <summary>An article as schema.org's NewsArticle.</summary>
internal static class NewsArticle
{
    /// <summary>JSON-LD without <c>&lt; &gt; &amp;</c>, so that it can stand in a page as it is.</summary>
    /// <param name="article">The article.</param>
    /// <param name="permalink">Where the archive holds it.</param>
    /// <param name="source">Its address at the source; null when unknown.</param>
    public static string Json(Article article, string permalink, string? source)
    {
        var node = new JsonObject { ["@context"] = "https://schema.org", ["@type"] = "NewsArticle", ["@id"] = permalink, ["identifier"] = article.Id };
        Say("headline", article.Headline.Length > 0 ? article.Headline : article.WebTitle);
        Say("alternativeHeadline", article.Headline.Length > 0 ? article.WebTitle : null);
        Say("url", source ?? permalink);
        Say("mainEntityOfPage", permalink);
        Say("archivedAt", source is null ? null : permalink);
        Say("datePublished", article.PublishedAt?.ToString("O"));
        Say("dateModified", article.UpdatedAt?.ToString("O"));
        Say("dateline", article.Dateline);
        Say("articleSection", article.Category);
        Say("inLanguage", article.Language);
        Say("keywords", string.Join(", ", article.Tags));
        // Whether a byline is of one person or of a bureau is not known; that an agency is an organisation is.
        Named("author", "Person", article.Byline);
        if (string.IsNullOrEmpty(article.Byline))
            Named("author", "Organization", article.Agency);
        else
            Say("creditText", article.Agency);
        Named("publisher", "Organization", article.Source);
        Named("locationCreated", "Place", article.Place);
        return node.ToJsonString(new JsonSerializerOptions { Encoder = Http.Json.Options.Encoder });

        void Say(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                node[name] = value;
        }

        void Named(string name, string type, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                node[name] = new JsonObject { ["@type"] = type, ["name"] = value };
        }
    }
}
