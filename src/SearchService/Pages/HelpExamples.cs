using System.Reflection;
using SearchService.Engine.Querying;

namespace SearchService.Pages;

/// <summary>The examples of the help page, from <c>help.tsv</c>: section, query, what is switched off for it, and what it shows in Hindi and in English.</summary>
internal static class HelpExamples
{
    private static readonly string[][] Rows = Load();

    /// <summary>Those of a section, told in a language.</summary>
    public static IEnumerable<(SearchParameters Search, string Shows)> Of(string section, PageLanguage language) =>
        from row in Rows
        where row[0] == section
        select (Search(row), row[language == PageLanguage.Hindi ? 3 : 4]);

    /// <summary>The sections that have examples.</summary>
    public static IEnumerable<string> Sections => Rows.Select(row => row[0]).Distinct();

    private static SearchParameters Search(string[] row) => new() { Q = row[1], Readings = row[2] == "readings" ? "off" : null };

    private static string[][] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("SearchService.Pages.help.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];
    }
}
