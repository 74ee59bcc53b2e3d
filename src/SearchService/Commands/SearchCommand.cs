using System.CommandLine;
using SearchService.Engine.Querying;

namespace SearchService.Commands;

/// <summary><c>search QUERY</c>: ranked articles with the words that answered marked.</summary>
internal static class SearchCommand
{
    private static readonly Argument<string[]> Query = new Argument<string[]>("QUERY")
    {
        Description = "The query; several words need no quotes.",
        Arity = ArgumentArity.OneOrMore,
    }.RefusingUnknownOptions();

    private static readonly Option<string?> Size = Text("--size", "Hits a page, 1 to 100.", "N");
    private static readonly Option<string?> Page = Text("--page", "1-based page.", "N");
    private static readonly Option<string?> Cursor = Text("--cursor", "The nextCursor of the page before.", "CURSOR");
    private static readonly Option<string?> From = Text("--from", "First year, month or day: 2021, 2021-04, 2021-04-07.", "DATE");
    private static readonly Option<string?> To = Text("--to", "Last year, month or day, inclusive.", "DATE");
    private static readonly Option<string?> Sort = Text("--sort", "relevance, newest or oldest.", "ORDER");
    private static readonly Option<string?> Facets = Text("--facets", "Facets to count, between commas: category, agency, place, year.", "NAMES");
    private static readonly Option<string[]> Category = Texts("--category", "Only of this category; repeated: of any of them.");
    private static readonly Option<string[]> Agency = Texts("--agency", "Only of this agency; repeated: of any of them.");
    private static readonly Option<string[]> Place = Texts("--place", "Only from this place; repeated: from any of them.");

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var command = new Command("search", "Searches the archive.")
        {
            Query, Size, Page, Cursor, From, To, Sort, Facets, Category, Agency, Place, CommonOptions.Readings, CommonOptions.Corrections, CommonOptions.AsJson,
        };
        command.Does(terminal, (parsed, cancellation) => Run(parsed, terminal, cancellation));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var parameters = Parameters(parsed);
        if (!SearchRequest.TryCreate(parameters, out var request, out var problem))
            return CommandRun.Refuse(terminal, parameters.Q ?? "", problem);
        using var archive = parsed.OpenForReading();
        var response = archive.Search(request, cancellation);
        if (parsed.GetValue(CommonOptions.AsJson))
            terminal.WriteJson(response);
        else
            ResultPrinter.Print(response, terminal);
        return ExitCode.Done;
    }

    private static SearchParameters Parameters(ParseResult parsed) => new()
    {
        Q = string.Join(' ', parsed.GetRequiredValue(Query)),
        PageSize = parsed.GetValue(Size),
        Page = parsed.GetValue(Page),
        Cursor = parsed.GetValue(Cursor),
        From = parsed.GetValue(From),
        To = parsed.GetValue(To),
        Sort = parsed.GetValue(Sort),
        Readings = parsed.GetValue(CommonOptions.Readings),
        Corrections = parsed.GetValue(CommonOptions.Corrections),
        Facets = parsed.GetValue(Facets),
        Category = parsed.GetValue(Category) ?? [],
        Agency = parsed.GetValue(Agency) ?? [],
        Place = parsed.GetValue(Place) ?? [],
    };

    private static Option<string?> Text(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    private static Option<string[]> Texts(string name, string description) => new(name) { Description = description, HelpName = "VALUE" };
}
