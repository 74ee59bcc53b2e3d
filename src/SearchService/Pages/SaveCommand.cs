using System.Text.Json;
using System.Text.Json.Serialization;
using SearchService.Api;
using SearchService.Engine.Querying;
using SearchService.Http;

namespace SearchService.Pages;

/// <summary>
/// The command that saves a search, to be copied into a terminal. Not a form: a key typed into a page would be kept by the browser and seen
/// by whatever else runs in it, and pages here hold no secret, set no cookie and post nothing, so there is nothing for another site to forge.
/// </summary>
internal static class SaveCommand
{
    // What is not asked is left out; < > & and ' are escaped, so nothing in the query can end the quotes of a shell.
    private static readonly JsonSerializerOptions Brief = new(Json.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The command.</summary>
    /// <param name="root">Where the service is reached, without a slash at the end.</param>
    /// <param name="language">The language that the feed is to speak.</param>
    /// <param name="asked">The search.</param>
    public static string Of(string root, PageLanguage language, SearchParameters asked)
    {
        var body = new NewSavedSearch
        {
            Language = language.Code,
            Q = string.IsNullOrWhiteSpace(asked.Q) ? null : asked.Q,
            From = asked.From,
            To = asked.To,
            Category = Texts(asked.Category),
            Agency = Texts(asked.Agency),
            Place = Texts(asked.Place),
            Byline = Texts(asked.Byline),
            Year = Texts(asked.Year),
            Readings = asked.Readings,
        };
        return $"curl -X POST '{root}{SavedSearchesApi.Prefix}' -H \"X-Api-Key: $KEY\" -H 'Content-Type: application/json' -d '{JsonSerializer.Serialize(body, Brief).Replace("'", "\\u0027", StringComparison.Ordinal)}'";
    }

    private static IReadOnlyList<string>? Texts(IReadOnlyList<string> values) => values.Count == 0 ? null : values;
}
