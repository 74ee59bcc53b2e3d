using System.CommandLine;
using System.Globalization;
using SearchService.Engine.Evaluation;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using Spectre.Console;

namespace SearchService.Commands;

/// <summary><c>interpret QUERY</c> and <c>interpret --words FILE</c>: what words stand for in this archive.</summary>
internal static class InterpretCommand
{
    private static readonly Argument<string[]> Query = new Argument<string[]>("QUERY") { Description = "The query.", Arity = ArgumentArity.ZeroOrMore }.RefusingUnknownOptions();

    private static readonly Option<string?> Words = new("--words") { Description = "A file of words, one a line, or - for standard input.", HelpName = "FILE" };

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var command = new Command("interpret", "Shows the forms each word stands for: weight, reason, number of articles, and the lexicon that says so. With --words and --json one JSON line for each line of the file.")
        {
            Query, Words, CommonOptions.AsJson,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Query) is { Length: > 0 } == result.GetValue(Words) is not null)
                result.AddError("Expected either a query or --words FILE.");
        });
        command.Does(terminal, (parsed, cancellation) => parsed.GetValue(Words) is { } file
            ? RunWords(parsed, file, terminal, cancellation)
            : RunQuery(parsed, terminal));
        return command;
    }

    private static int RunQuery(ParseResult parsed, Terminal terminal)
    {
        var query = string.Join(' ', parsed.GetValue(Query) ?? []);
        if (!SearchRequest.TryCreate(new SearchParameters { Q = query }, out var request, out var problem))
            return CommandRun.Refuse(terminal, query, problem);
        using var archive = parsed.OpenForReading();
        var reading = archive.Read(request);
        if (parsed.GetValue(CommonOptions.AsJson))
        {
            terminal.WriteJson(reading);
            return ExitCode.Done;
        }

        foreach (var word in reading.Interpretations)
            Print(word, terminal);
        ResultPrinter.PrintMeant(reading, terminal);
        return ExitCode.Done;
    }

    private static int RunWords(ParseResult parsed, string file, Terminal terminal, CancellationToken cancellation)
    {
        var lines = file == "-" ? LinesOf(terminal.In) : File.ReadLines(file);
        using var archive = parsed.OpenForReading();
        if (parsed.GetValue(CommonOptions.AsJson))
            InterpretationLines.Write(archive, Until(lines, cancellation), terminal.Out);
        else
            foreach (var line in Until(lines, cancellation).Where(line => !string.IsNullOrWhiteSpace(line)))
                foreach (var reading in archive.Interpret(line.Split('\t')[0]))
                    Print(reading, terminal);
        return ExitCode.Done;
    }

    private static IEnumerable<string> LinesOf(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static IEnumerable<string> Until(IEnumerable<string> lines, CancellationToken cancellation)
    {
        foreach (var line in lines)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return line;
        }
    }

    private static void Print(Interpretation reading, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape(Printable.Line(reading.Word)));
        table.AddColumn("form").AddColumn(new TableColumn("weight").RightAligned()).AddColumn("reason").AddColumn(new TableColumn("articles").RightAligned())
            .AddColumn("source");
        foreach (var form in reading.Forms)
            table.AddRow(
                new Text(Printable.Line(form.Text)),
                new Text(form.Weight.ToString("0.00", CultureInfo.InvariantCulture)),
                new Text(form.Reason),
                new Text(form.Articles.ToString("N0", CultureInfo.InvariantCulture)),
                new Text(form.Evidence == 0 ? form.Source ?? "" : string.Create(CultureInfo.InvariantCulture, $"{form.Source} from {form.Evidence:N0}")));
        terminal.Console.Write(table);
    }
}
