using System.CommandLine;
using System.Globalization;
using SearchService.Engine.Evaluation;
using Spectre.Console;

namespace SearchService.Commands;

/// <summary><c>bench</c>: times classes of queries.</summary>
internal static class BenchCommand
{
    private static readonly Option<string> Queries = new("--queries")
    {
        Description = "Queries, a line each: class<TAB>words; a class and… means all words, phrase… a phrase, any other any of the words.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Suggest = new("--suggest")
    {
        Description = "Times completions instead: of all beginnings, 1 to 6 letters, of the words in this file, a line each; of several words in a line the last is being typed.",
        HelpName = "FILE",
    };

    private static readonly Option<int> Rounds = Positive("--rounds", "How often every query is asked; the first half warms up.", 5);
    private static readonly Option<int> Threads = Positive("--threads", "Threads that ask at the same time.", 1);
    private static readonly Option<bool> Plain = new("--plain") { Description = "Body field and surface forms only, top 10." };

    private static readonly Option<bool> Anew = new("--anew") { Description = "Each search as if none of its words had been asked for before." };

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var command = new Command("bench", "Times searches: p50, p95 and p99 of each class in microseconds, and queries a second.") { Queries, Suggest, Rounds, Threads, Plain, Anew, CommonOptions.Readings, CommonOptions.AsJson };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(Queries) is null) == (result.GetValue(Suggest) is null))
                result.AddError("Expected either --queries or --suggest.");
        });
        command.Does(terminal, (parsed, _) => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var options = new SpeedOptions
        {
            Rounds = parsed.GetValue(Rounds),
            Threads = parsed.GetValue(Threads),
            Plain = parsed.GetValue(Plain),
            Anew = parsed.GetValue(Anew),
            Readings = parsed.GetValue(CommonOptions.Readings) != "off",
        };
        var report = parsed.GetValue(Suggest) is { } words ? TimeCompletions(parsed, words, options) : TimeSearches(parsed, parsed.GetRequiredValue(Queries), options);
        if (parsed.GetValue(CommonOptions.AsJson))
            terminal.WriteJson(report);
        else
            Print(report, terminal);
        return ExitCode.Done;
    }

    private static SpeedReport TimeSearches(ParseResult parsed, string file, SpeedOptions options)
    {
        var queries = SpeedQuery.Read(File.ReadLines(file), file);
        using var archive = parsed.OpenForReading();
        return SpeedEvaluation.Run(archive, queries, options);
    }

    private static SpeedReport TimeCompletions(ParseResult parsed, string file, SpeedOptions options)
    {
        using var archive = parsed.OpenForReading();
        return SuggestSpeed.Run(archive, File.ReadLines(file), file, options);
    }

    private static void Print(SpeedReport report, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("class");
        foreach (var name in (string[])["count", "p50 µs", "p95 µs", "p99 µs"])
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var one in report.Classes)
            table.AddRow([new Text(Printable.Line(one.Class)), .. new double[] { one.Count, one.P50, one.P95, one.P99 }.Select(figure => new Text(figure.ToString("N0", CultureInfo.InvariantCulture)))]);
        terminal.Console.Write(table);
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.QueriesPerSecond:N0} queries/s"));
    }

    private static Option<int> Positive(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            // A value that is no number has its error already.
            if (result.Tokens is [{ Value: var value }] && int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number < 1)
                result.AddError($"{name} is {number}; expected a whole number from 1.");
        });
        return option;
    }
}
