using System.CommandLine;
using System.Globalization;
using SearchService.Articles;
using SearchService.Engine.Indexing;

namespace SearchService.Commands;

/// <summary><c>index PATH…</c>: reads files, folders, patterns or standard input into the archive, and makes it if there is none.</summary>
internal static class IndexCommand
{
    private static readonly Argument<string[]> Paths = new Argument<string[]>("PATH")
    {
        Description = "Files, folders, patterns (**/*.html) or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    }.RefusingUnknownOptions();

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "How the content is laid out; decided by the content unless given.",
        DefaultValueFactory = _ => "auto",
    }.AcceptOnlyFromAmong("auto", "text", "html", "jsonl");

    private static readonly Option<bool> NoAlerts = new("--no-alerts") { Description = "An old stock is filled in: nothing of it is matched against the saved searches as what arrives is." };

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var command = new Command("index", "Adds articles to the archive, or replaces them by id.") { Paths, Format, NoAlerts, CommonOptions.AsJson };
        command.Does(terminal, (parsed, cancellation) => Run(parsed, terminal, cancellation));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var paths = parsed.GetRequiredValue(Paths);
        if (Array.Find(paths, IsMissing) is { } missing)
        {
            terminal.Error.WriteLine($"There is no file or folder '{Printable.Line(missing)}'.");
            return ExitCode.BadUsage;
        }

        using var archive = parsed.OpenForWriting(terminal);
        var outcomes = ArticlePaths.ReadAll(paths, Parse(parsed.GetRequiredValue(Format)));
        var report = terminal.WithProgress(progress => parsed.GetValue(NoAlerts) ? archive.FillIn(outcomes, progress, cancellation) : archive.Index(outcomes, progress, cancellation));
        if (parsed.GetValue(CommonOptions.AsJson))
            terminal.WriteJson(report);
        else
            Print(report, terminal);
        if (report.Refused > 0)
            terminal.Error.WriteLine($"What was refused, and why, is in {Path.Combine(parsed.GetRequiredValue(CommonOptions.Archive), "refusals.jsonl")}.");
        return report.Refused > 0 && report.Refused == report.Read ? ExitCode.Failed : ExitCode.Done;
    }

    private static bool IsMissing(string path) =>
        path != "-" && path.AsSpan().IndexOfAny('*', '?') < 0 && !Path.Exists(path);

    private static PageFormat Parse(string format) => format switch
    {
        "text" => PageFormat.Text,
        "html" => PageFormat.Html,
        "jsonl" => PageFormat.JsonLines,
        _ => PageFormat.Auto,
    };

    private static void Print(IndexReport report, Terminal terminal) => terminal.Out.WriteLine(Sums(report));

    /// <summary>A report in words.</summary>
    internal static string Sums(IndexReport report)
    {
        var sums = string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Read:N0} read: {report.Added:N0} added, {report.Updated:N0} updated, {report.Unchanged:N0} unchanged, {report.Refused:N0} refused; {report.Seconds:0.0} s");
        return report.MergeSeconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"{sums}; merged in {report.MergeSeconds:0.0} s") : sums;
    }
}
