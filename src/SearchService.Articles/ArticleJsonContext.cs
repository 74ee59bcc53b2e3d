using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchService.Articles;

/// <summary>Source-generated serialisation of <see cref="Article"/>: no reflection at run time.</summary>
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class ArticleJsonContext : JsonSerializerContext;
