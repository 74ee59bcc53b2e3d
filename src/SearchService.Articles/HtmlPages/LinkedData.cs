using System.Text;
using System.Text.Json;
using AngleSharp.Dom;

namespace SearchService.Articles.HtmlPages;

/// <summary>Finds the article in a page's JSON-LD (schema.org): at the top, in an array, in <c>@graph</c> or as <c>mainEntity</c>.</summary>
internal static class LinkedData
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The first object whose type is an article or posting, and the section of the first breadcrumb list; null where there is none.</summary>
    public static (JsonElement? Article, string? Section) Find(IParentNode page)
    {
        JsonElement? article = null;
        string? section = null;
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json' i]"))
        {
            if (Parse(script.TextContent) is not { } root) continue;
            foreach (var node in Nodes(root))
            {
                if (IsArticle(node)) article ??= node;
                else if (HasType(node, "BreadcrumbList")) section ??= Section(node);
            }
        }
        return (article, section);
    }

    /// <summary>Text of a member: a string, the first string of an array, or the name of an object; empty without one.</summary>
    public static string Text(JsonElement node, string member, string nested = "name")
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(member, out var value)) return "";
        if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault();
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() ?? "",
            JsonValueKind.Object => Text(value, nested),
            _ => "",
        };
    }

    /// <summary>Whether an object says that it is of a type, with or without the vocabulary's address before the name.</summary>
    public static bool HasType(JsonElement node, string suffix)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty("@type", out var type)) return false;
        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(one => IsNamed(one, suffix))
            : IsNamed(type, suffix);
    }

    private static bool IsNamed(JsonElement type, string suffix) =>
        type.ValueKind == JsonValueKind.String && type.GetString()!.EndsWith(suffix, StringComparison.Ordinal);

    // NewsArticle, ReportageNewsArticle, AnalysisNewsArticle, Article, BlogPosting, LiveBlogPosting, …
    private static bool IsArticle(JsonElement node) =>
        (HasType(node, "Article") || HasType(node, "Posting"))
        && (node.TryGetProperty("headline", out _) || node.TryGetProperty("articleBody", out _) || node.TryGetProperty("name", out _));

    private static IEnumerable<JsonElement> Nodes(JsonElement root)
    {
        var open = new Stack<JsonElement>([root]);
        while (open.TryPop(out var node))
        {
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray().Reverse()) open.Push(item);
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                yield return node;
                if (node.TryGetProperty("mainEntity", out var entity)) open.Push(entity);
                if (node.TryGetProperty("@graph", out var graph)) open.Push(graph);
            }
        }
    }

    // The entry after the home page is the section; the last is the article itself.
    private static string? Section(JsonElement list)
    {
        if (!list.TryGetProperty("itemListElement", out var items) || items.ValueKind != JsonValueKind.Array) return null;
        var names = items.EnumerateArray().Select(item => Text(item, "name") is { Length: > 0 } name ? name : Text(item, "item")).ToList();
        return names.Count > 1 && names[1].Length > 0 ? names[1] : null;
    }

    private static JsonElement? Parse(string json)
    {
        // Sites print line ends and tabs inside strings, which JSON does not allow; outside strings a space is as good.
        var plain = new StringBuilder(json.Length);
        foreach (var c in json.AsSpan().Trim().TrimEnd(';')) plain.Append(c < ' ' ? ' ' : c);
        try
        {
            using var document = JsonDocument.Parse(plain.ToString(), Options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Broken JSON-LD says nothing; the meta elements and the markup still do.
            return null;
        }
    }
}
