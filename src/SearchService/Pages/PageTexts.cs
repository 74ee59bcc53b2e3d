using System.Collections.Frozen;
using System.Reflection;

namespace SearchService.Pages;

/// <summary>The interface's texts in its two languages, from <c>texts.tsv</c>.</summary>
internal static class PageTexts
{
    private static readonly FrozenDictionary<string, (string Hindi, string English)> Texts = Load();

    /// <summary>Every key there is.</summary>
    public static IEnumerable<string> Keys => Texts.Keys;

    /// <summary>The text of a key; null when there is none.</summary>
    public static string? Find(string key, PageLanguage language) =>
        !Texts.TryGetValue(key, out var text) ? null : language == PageLanguage.Hindi ? text.Hindi : text.English;

    private static FrozenDictionary<string, (string Hindi, string English)> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("SearchService.Pages.texts.tsv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var texts = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            texts.Add(fields[0], (fields[1], fields[2]));
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
