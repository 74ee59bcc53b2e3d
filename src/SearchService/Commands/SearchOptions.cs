using System.CommandLine;
using SearchService.Engine.Querying;

namespace SearchService.Commands;

/// <summary>Options that decide which articles a command finds and in what order.</summary>
internal sealed class SearchOptions
{
    private readonly Option<string?> _from = Text("--from", "First year, month or day: 2021, 2021-04, 2021-04-07.", "DATE");
    private readonly Option<string?> _to = Text("--to", "Last year, month or day, inclusive.", "DATE");
    private readonly Option<string?> _sort = Text("--sort", "relevance, newest or oldest.", "ORDER");
    private readonly Option<string?> _duplicates = Text("--duplicates", "fold: one of the articles that are copies of one text; show: all of them.", "WHICH");
    private readonly Option<string[]> _category = Texts("--category", "Only of this category; repeated: of any of them.");
    private readonly Option<string[]> _agency = Texts("--agency", "Only of this agency; repeated: of any of them.");
    private readonly Option<string[]> _place = Texts("--place", "Only from this place; repeated: from any of them.");
    private readonly Option<string[]> _byline = Texts("--byline", "Only by this author; repeated: by any of them.");
    private readonly Option<string[]> _year = Texts("--year", "Only of this year; repeated: of any of them.");

    /// <summary>Adds them.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_from, _to, _sort, _duplicates, _category, _agency, _place, _byline, _year, CommonOptions.Readings, CommonOptions.Corrections])
            command.Add(option);
    }

    /// <summary>Their values.</summary>
    public SearchParameters Read(ParseResult parsed) => new()
    {
        From = parsed.GetValue(_from),
        To = parsed.GetValue(_to),
        Sort = parsed.GetValue(_sort),
        Duplicates = parsed.GetValue(_duplicates),
        Readings = parsed.GetValue(CommonOptions.Readings),
        Corrections = parsed.GetValue(CommonOptions.Corrections),
        Category = parsed.GetValue(_category) ?? [],
        Agency = parsed.GetValue(_agency) ?? [],
        Place = parsed.GetValue(_place) ?? [],
        Byline = parsed.GetValue(_byline) ?? [],
        Year = parsed.GetValue(_year) ?? [],
    };

    /// <summary>An option of one text.</summary>
    public static Option<string?> Text(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    private static Option<string[]> Texts(string name, string description) => new(name) { Description = description, HelpName = "VALUE" };
}
