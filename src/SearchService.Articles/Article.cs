using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchService.Articles;

/// <summary>
/// One article as the paper printed it: what a reader makes of a stored page, what the store keeps and what the API returns.
/// Text is NFC; nothing is folded, translated or corrected. JSON names are camelCase, as in one line of a JSON lines export.
/// </summary>
public sealed record Article
{
    /// <summary>Stable identity: the source's own id, else the url, else a hash of the content. Never empty.</summary>
    public required string Id { get; init; }

    /// <summary>Address of the page at its source, http or https; null when unknown.</summary>
    public string? Url { get; init; }

    /// <summary>Headline; empty when the source had none (then <see cref="Body"/> holds text).</summary>
    public string Headline { get; init; } = "";

    /// <summary>Title of the page's web address, usually English; empty when the source had none.</summary>
    public string WebTitle { get; init; } = "";

    /// <summary>Body text with its dateline, paragraphs separated by one line feed; empty when the source had none.</summary>
    public string Body { get; init; } = "";

    /// <summary>When it was first published, with the offset as printed; +05:30 where the source gave none.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it was last changed by its source.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Section of the paper, as printed: विश्व, खेल, …</summary>
    public string? Category { get; init; }

    /// <summary>News agency or desk of the byline, as printed: भाषा, एएनआई, …</summary>
    public string? Agency { get; init; }

    /// <summary>Author, without brackets.</summary>
    public string? Byline { get; init; }

    /// <summary>Place of the dateline: इस्लामाबाद, नई दिल्ली, …</summary>
    public string? Place { get; init; }

    /// <summary>The whole dateline as printed, place and day in words: <c>इस्लामाबाद, सात अप्रैल</c>.</summary>
    public string? Dateline { get; init; }

    /// <summary>The source's notice about the story, kept apart from the body: it says, for one, that a story is agency copy.</summary>
    public string? Disclaimer { get; init; }

    /// <summary>Keywords given by the source.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>BCP 47 tag of the main text, as given by the source.</summary>
    public string? Language { get; init; }

    /// <summary>Name of the paper or collection.</summary>
    public string? Source { get; init; }

    /// <summary>Members of the source's JSON that this record does not know: kept and returned, never dropped.</summary>
    /// <remarks>Settable because generated serialisation cannot fill extension data through <c>init</c>; do not change it later.</remarks>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}
