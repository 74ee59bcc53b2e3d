using System.Buffers;
using System.CommandLine;
using System.Text;
using SearchService.Engine.Exporting;
using SearchService.Engine.Querying;

namespace SearchService.Commands;

/// <summary><c>export QUERY</c>: all articles that answer a query, on standard output, read one by one.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string[]> Query = new Argument<string[]>("QUERY")
    {
        Description = "The query; several words need no quotes. None: all articles.",
        Arity = ArgumentArity.ZeroOrMore,
    }.RefusingUnknownOptions();

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "csv, jsonl (as index reads it), bibtex or ris.",
        Required = true,
        HelpName = "FORMAT",
    }.AcceptOnlyFromAmong([.. ExportFormat.All.Select(format => format.Name)]);

    private static readonly Option<bool> Bom = new("--bom") { Description = "Begin CSV with a byte order mark, by which Excel tells UTF-8." };

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var search = new SearchOptions();
        var command = new Command("export", "Writes all articles that answer a query, in the order of the search.") { Query, Format, Bom };
        search.AddTo(command);
        command.Does(terminal, (parsed, cancellation) => Run(parsed, search, terminal, cancellation));
        return command;
    }

    private static int Run(ParseResult parsed, SearchOptions search, Terminal terminal, CancellationToken cancellation)
    {
        var parameters = search.Read(parsed) with { Q = string.Join(' ', parsed.GetValue(Query) ?? []) };
        if (!SearchRequest.TryCreate(parameters, out var request, out var problem))
            return CommandRun.Refuse(terminal, parameters.Q, problem);
        using var archive = parsed.OpenForReading();
        using var export = archive.Export(request, cancellation);
        foreach (var warning in export.Warnings)
            terminal.Error.WriteLine(Printable.Line(warning.Message));
        var writer = ExportFormat.Find(parsed.GetRequiredValue(Format))!.Writer(byteOrderMark: parsed.GetValue(Bom));
        var bytes = new ArrayBufferWriter<byte>(64 * 1024);
        writer.Begin(bytes);
        foreach (var article in export.Articles())
        {
            writer.Write(article, bytes);
            Send();
        }

        Send();
        return ExitCode.Done;

        // Whole articles at a time, so that no character is cut in two.
        void Send()
        {
            terminal.Out.Write(Encoding.UTF8.GetString(bytes.WrittenSpan));
            bytes.ResetWrittenCount();
        }
    }
}
