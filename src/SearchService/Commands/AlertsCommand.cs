using System.CommandLine;
using System.Globalization;
using SearchService.Engine.Alerts;
using Spectre.Console;

namespace SearchService.Commands;

/// <summary><c>alerts</c>: saved searches and the articles that answered them as they arrived.</summary>
internal static class AlertsCommand
{
    private const int MostListed = 100;

    private static readonly Argument<string[]> Query = new Argument<string[]>("QUERY")
    {
        Description = "The query; several words need no quotes. None: whatever the filters let through.",
        Arity = ArgumentArity.ZeroOrMore,
    }.RefusingUnknownOptions();

    private static readonly Argument<string> Id = new("ID") { Description = "The saved search's id, as 'alerts list' shows it." };
    private static readonly Option<string?> Title = SearchOptions.Text("--title", "What its feed is called; the query unless given.", "TEXT");
    private static readonly Option<string?> Language = SearchOptions.Text("--language", "The language of what its feed says by itself: hi (usual) or en.", "hi|en");

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var list = new Command("list", "Lists the saved searches, the latest first.") { CommonOptions.AsJson };
        list.Does(terminal, (parsed, _) => List(parsed, terminal));
        var search = new SearchOptions();
        var add = new Command("add", "Saves a search: articles that arrive from now on are matched against it.") { Query, Title, Language, CommonOptions.AsJson };
        search.AddTo(add);
        add.Does(terminal, (parsed, _) => Add(parsed, search, terminal));
        var remove = new Command("remove", "Removes a saved search with its matches.") { Id, CommonOptions.AsJson };
        remove.Does(terminal, (parsed, _) => Remove(parsed, terminal));
        var matches = new Command("matches", "The articles that answered a saved search, the last to arrive first; at most 100.") { Id, CommonOptions.AsJson };
        matches.Does(terminal, (parsed, _) => Matches(parsed, terminal));
        var run = new Command("run", "Matches what has arrived and was not matched yet, as opening the archive does in the background.") { CommonOptions.AsJson };
        run.Does(terminal, (parsed, cancellation) => Run(parsed, terminal, cancellation));
        return new Command("alerts", "Saved searches, and the articles that answered them as they arrived.") { list, add, remove, matches, run };
    }

    private static int List(ParseResult parsed, Terminal terminal)
    {
        using var archive = parsed.OpenForReading();
        var saved = archive.SavedSearches.List().Select(search => new SavedSearchLine(search, archive.SavedSearches.Sum(search).Count)).ToArray();
        if (parsed.GetValue(CommonOptions.AsJson))
        {
            terminal.WriteJson(saved);
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("id").AddColumn("title").AddColumn("query").AddColumn("saved").AddColumn(new TableColumn("articles").RightAligned());
        foreach (var (search, count) in saved)
            table.AddRow(((string[])[search.Id, Printable.Line(search.Title), Printable.Line(search.Asked.Q ?? ""), search.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), FigureTable.Count(count)]).Select(cell => new Text(cell)));
        terminal.Console.Write(table);
        return ExitCode.Done;
    }

    private static int Add(ParseResult parsed, SearchOptions search, Terminal terminal)
    {
        var asked = search.Read(parsed) with { Q = string.Join(' ', parsed.GetValue(Query) ?? []) };
        using var archive = parsed.OpenForWriting(terminal);
        if (!archive.SavedSearches.TryAdd(parsed.GetValue(Title), parsed.GetValue(Language), asked, out var saved, out var problem))
            return CommandRun.Refuse(terminal, asked.Q, problem);
        if (parsed.GetValue(CommonOptions.AsJson))
            terminal.WriteJson(saved);
        else
            terminal.Out.WriteLine(saved.Id);
        return ExitCode.Done;
    }

    private static int Remove(ParseResult parsed, Terminal terminal)
    {
        using var archive = parsed.OpenForWriting(terminal);
        var id = parsed.GetRequiredValue(Id);
        if (!archive.SavedSearches.Remove(id))
            return None(id, terminal);
        if (parsed.GetValue(CommonOptions.AsJson))
            terminal.WriteJson(new { Id = id, Removed = true });
        else
            terminal.Out.WriteLine($"{id} is removed.");
        return ExitCode.Done;
    }

    private static int Matches(ParseResult parsed, Terminal terminal)
    {
        using var archive = parsed.OpenForReading();
        var id = parsed.GetRequiredValue(Id);
        if (archive.SavedSearches.Find(id) is not { } search || !archive.SavedSearches.TryMatches(search, null, MostListed, out var matches))
            return None(id, terminal);
        if (parsed.GetValue(CommonOptions.AsJson))
        {
            terminal.WriteJson(matches);
            return ExitCode.Done;
        }

        foreach (var warning in matches.Warnings)
            terminal.Error.WriteLine(Printable.Line(warning.Message));
        foreach (var (at, change, article) in matches.Matches)
        {
            terminal.Out.WriteLine(Printable.Line(string.Create(
                CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH:mm}Z  {change,-7}  {article.Id}  {(article.Headline.Length > 0 ? article.Headline : article.WebTitle)}")));
        }

        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{matches.Matches.Count:N0} of {matches.Total:N0}; matched up to change {matches.MatchedTo:N0}"));
        return ExitCode.Done;
    }

    private static int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var archive = parsed.OpenForWriting(terminal);
        var found = terminal.WithProgress(progress => archive.SavedSearches.CatchUp(progress, cancellation));
        var report = new RunReport(archive.SavedSearches.Count, found, archive.SavedSearches.MatchedTo);
        if (parsed.GetValue(CommonOptions.AsJson))
            terminal.WriteJson(report);
        else
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Found:N0} new matches of {report.SavedSearches:N0} saved searches; matched up to change {report.MatchedTo:N0}"));
        return ExitCode.Done;
    }

    private static int None(string id, Terminal terminal)
    {
        terminal.Error.WriteLine($"There is no saved search '{Printable.Line(id)}'.");
        return ExitCode.BadUsage;
    }

    private sealed record SavedSearchLine(SavedSearch Search, long Articles);

    private sealed record RunReport(long SavedSearches, long Found, long MatchedTo);
}
