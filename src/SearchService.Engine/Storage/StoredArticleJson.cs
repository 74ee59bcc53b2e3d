using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchService.Articles;

namespace SearchService.Engine.Storage;

/// <summary>JSON of an article in the store: members without a value are left out.</summary>
[JsonSerializable(typeof(Article))]
internal sealed partial class StoredArticleJson : JsonSerializerContext
{
    /// <summary>Text unescaped: a Devanagari letter is three bytes so, and six as an escape.</summary>
    public static StoredArticleJson Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
