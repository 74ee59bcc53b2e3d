using System.CommandLine;
using System.Globalization;
using SearchService.Engine.Learning;
using Spectre.Console;

namespace SearchService.Commands;

/// <summary><c>lexicon [WORD…]</c>: what words are called in the other language, and how that is known.</summary>
internal static class LexiconCommand
{
    private const int UsualLimit = 100;

    private static readonly Argument<string[]> Words = new Argument<string[]>("WORD")
    {
        Description = "English or Hindi words; a phrase in quotes. None: everything is listed.",
        Arity = ArgumentArity.ZeroOrMore,
    }.RefusingUnknownOptions();

    private static readonly Option<bool> Learnt = new("--learnt") { Description = "Only what the archive's own titles and headlines have taught." };

    private static readonly Option<int?> Limit = new("--limit") { Description = "Most entries shown; 100 unless given.", HelpName = "N" };

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "table, tsv (with a line of names), or json as with --json.",
        DefaultValueFactory = _ => "table",
    }.AcceptOnlyFromAmong("table", "tsv", "json");

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var command = new Command("lexicon", "Lists translations, with their source and how many articles taught them; those taught by most first.")
        {
            Words, Learnt, Limit, Format, CommonOptions.AsJson,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Limit) < 1)
                result.AddError("--limit is 1 or more.");
        });
        command.Does(terminal, (parsed, _) => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        using var archive = parsed.OpenForReading();
        var entries = archive.Lexicon(parsed.GetValue(Words) ?? [], parsed.GetValue(Learnt));
        var shown = entries.Take(parsed.GetValue(Limit) ?? UsualLimit).ToArray();
        var format = parsed.GetValue(CommonOptions.AsJson) ? "json" : parsed.GetRequiredValue(Format);
        if (format == "json")
        {
            terminal.WriteJson(new LexiconReport(entries.Count, shown));
        }
        else if (format == "tsv")
        {
            terminal.Out.WriteLine("english\thindi\tweight\treason\tsource\tevidence");
            foreach (var entry in shown)
                terminal.Out.WriteLine(string.Join('\t', Columns(entry)));
        }
        else
        {
            Print(shown, terminal);
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shown.Length:N0} of {entries.Count:N0}"));
        }

        return ExitCode.Done;
    }

    private static void Print(LexiconEntry[] entries, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("English").AddColumn("Hindi").AddColumn(new TableColumn("weight").RightAligned())
            .AddColumn("reason").AddColumn("source").AddColumn(new TableColumn("articles").RightAligned());
        foreach (var entry in entries)
            table.AddRow(Columns(entry).Select(column => new Text(column)));
        terminal.Console.Write(table);
    }

    private static string[] Columns(LexiconEntry entry) =>
    [
        Printable.Line(entry.English),
        Printable.Line(entry.Hindi),
        entry.Weight.ToString("0.00", CultureInfo.InvariantCulture),
        entry.Reason,
        entry.Source,
        entry.Evidence.ToString(CultureInfo.InvariantCulture),
    ];

    private sealed record LexiconReport(int Entries, IReadOnlyList<LexiconEntry> Shown);
}
