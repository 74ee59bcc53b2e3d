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

    private static readonly Option<string?> Size = SearchOptions.Text("--size", "Hits a page, 1 to 100.", "N");
    private static readonly Option<string?> Page = SearchOptions.Text("--page", "1-based page.", "N");
    private static readonly Option<string?> Cursor = SearchOptions.Text("--cursor", "The nextCursor of the page before.", "CURSOR");
    private static readonly Option<string?> Facets = SearchOptions.Text("--facets", "Facets to count, between commas: category, agency, place, byline, year.", "NAMES");

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var search = new SearchOptions();
        var command = new Command("search", "Searches the archive.") { Query, Size, Page, Cursor, Facets, CommonOptions.AsJson };
        search.AddTo(command);
        command.Does(terminal, (parsed, cancellation) => Run(parsed, search, terminal, cancellation));
        return command;
    }

    private static int Run(ParseResult parsed, SearchOptions search, Terminal terminal, CancellationToken cancellation)
    {
        var parameters = search.Read(parsed) with
        {
            Q = string.Join(' ', parsed.GetRequiredValue(Query)),
            PageSize = parsed.GetValue(Size),
            Page = parsed.GetValue(Page),
            Cursor = parsed.GetValue(Cursor),
            Facets = parsed.GetValue(Facets),
        };
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
}
