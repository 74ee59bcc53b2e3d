using System.IO.Hashing;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SearchService.Articles;

/// <summary>
/// Articles as JSON: camelCase, members in the order of <see cref="Article"/>, absent values left out, Devanagari as it is read and not as
/// escapes. <c>&lt;</c> is not escaped: whoever embeds the text in HTML escapes it there.
/// </summary>
public static class ArticleJson
{
    private static readonly ArticleJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    });

    /// <summary>Generated (de)serialisation, for callers with their own reader, writer or response.</summary>
    public static JsonTypeInfo<Article> TypeInfo => Context.Article;

    /// <summary>Canonical UTF-8 JSON: equal articles give equal bytes, whatever the order in which unknown members came.</summary>
    public static byte[] Serialize(Article article) => JsonSerializer.SerializeToUtf8Bytes(Ordered(article), TypeInfo);

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are not an article.</exception>
    public static Article Deserialize(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, TypeInfo) ?? throw new JsonException("null is not an article.");

    /// <summary>XxHash128 (16 bytes) of the canonical JSON, id and unknown members included: equal hashes mean an unchanged article.</summary>
    public static byte[] ContentHash(Article article) => ContentHash(Serialize(article));

    /// <summary>The same hash of canonical JSON already at hand.</summary>
    public static byte[] ContentHash(ReadOnlySpan<byte> canonicalJson) => XxHash128.Hash(canonicalJson);

    private static Article Ordered(Article article) =>
        article.Extra is { Count: > 1 } extra
            ? article with { Extra = new SortedDictionary<string, JsonElement>(extra, StringComparer.Ordinal) }
            : article;
}
