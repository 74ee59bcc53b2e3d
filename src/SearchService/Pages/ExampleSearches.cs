using System.Reflection;

namespace SearchService.Pages;

/// <summary>Searches to try, with what each shows; from <c>examples.tsv</c>: query, Hindi, English.</summary>
internal static class ExampleSearches
{
    private static readonly string[][] Rows = Load();

    /// <summary>All of them, told in a language.</summary>
    public static IEnumerable<(string Query, string Shows)> In(PageLanguage language) =>
        Rows.Select(row => (row[0], row[language == PageLanguage.Hindi ? 1 : 2]));

    private static string[][] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("SearchService.Pages.examples.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];
    }
}
