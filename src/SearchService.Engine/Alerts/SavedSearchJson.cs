using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Alerts;

/// <summary>JSON of a saved search's parameters in the store: members without a value are left out.</summary>
[JsonSerializable(typeof(SearchParameters))]
internal sealed partial class SavedSearchJson : JsonSerializerContext
{
    private static readonly SavedSearchJson Compact = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Parameters as text.</summary>
    public static string Write(SearchParameters asked) => JsonSerializer.Serialize(asked, Compact.SearchParameters);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static SearchParameters Read(string json) => JsonSerializer.Deserialize(json, Compact.SearchParameters)!;
}
