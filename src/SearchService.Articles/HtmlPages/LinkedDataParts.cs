using System.Text.Json;
using SearchService.Articles.PageParts;

namespace SearchService.Articles.HtmlPages;

/// <summary>Takes the parts of an article from its JSON-LD object.</summary>
internal static class LinkedDataParts
{
    /// <summary>Authors and keywords taken; a page with more is no page for readers.</summary>
    private const int MostEntries = 100;

    /// <summary>Fills the draft; the body is returned, as it has yet to be sorted.</summary>
    public static string Fill(JsonElement article, PageDraft draft)
    {
        draft.Headline = Value(article, "headline") ?? Value(article, "name");
        draft.WebTitle = Value(article, "alternativeHeadline") is { } title && title != draft.Headline ? title : null;
        draft.Url = WebAddress.Parse(LinkedData.Text(article, "url", "@id")) ?? WebAddress.Parse(LinkedData.Text(article, "mainEntityOfPage", "@id"))
            ?? WebAddress.Parse(LinkedData.Text(article, "@id"));
        draft.PublishedAt = Time(article, "datePublished") ?? Time(article, "dateCreated");
        draft.UpdatedAt = Time(article, "dateModified");
        draft.Category = Value(article, "articleSection");
        draft.Language = Value(article, "inLanguage");
        draft.Source = Value(article, "publisher");
        draft.Place = Value(article, "locationCreated");
        draft.Dateline = Value(article, "dateline");
        draft.Tags = Tags(article);
        FillAuthors(article, draft);
        return HtmlText.Paragraphs(LinkedData.Text(article, "articleBody"));
    }

    private static void FillAuthors(JsonElement article, PageDraft draft)
    {
        foreach (var author in Many(article, "author").Concat(Many(article, "creator")))
        {
            var name = HtmlText.Line(author.ValueKind == JsonValueKind.String ? author.GetString() : LinkedData.Text(author, "name"));
            if (name.Length == 0) continue;
            if (Agencies.IsAgency(name) || LinkedData.HasType(author, "Organization")) draft.Agency ??= name;
            else draft.Byline = draft.Byline is null || draft.Byline == name ? name : $"{draft.Byline}, {name}";
        }
        if (Value(article, "sourceOrganization") is { } agency) draft.Agency ??= agency;
    }

    private static List<string> Tags(JsonElement article)
    {
        var tags = Many(article, "keywords")
            .Select(tag => tag.ValueKind == JsonValueKind.String ? tag.GetString() : LinkedData.Text(tag, "name")).ToList();
        if (tags is [{ } list]) tags = [.. list.Split(',').Take(MostEntries)];
        return [.. tags.Select(HtmlText.Line).Where(tag => tag.Length > 0).Distinct()];
    }

    private static List<JsonElement> Many(JsonElement node, string member) =>
        !node.TryGetProperty(member, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Take(MostEntries)] : [value];

    private static string? Value(JsonElement node, string member) =>
        HtmlText.Line(LinkedData.Text(node, member)) is { Length: > 0 } text ? text : null;

    private static DateTimeOffset? Time(JsonElement node, string member) => PageTime.Parse(LinkedData.Text(node, member));
}
