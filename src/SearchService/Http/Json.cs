using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SearchService.Http;

/// <summary>JSON as everything here writes it: camelCase, nulls shown, Devanagari as it is, what HTML could misread (<c>&lt; &gt; &amp;</c>) escaped.</summary>
internal static class Json
{
    /// <summary>The options, read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Makes other options the same.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        // Facets are named as they were asked for.
        options.DictionaryKeyPolicy = null;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
