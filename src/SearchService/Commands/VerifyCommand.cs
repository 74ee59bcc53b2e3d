using System.CommandLine;

namespace SearchService.Commands;

/// <summary><c>verify</c>: checks that store and index hold what they should; changes nothing.</summary>
internal static class VerifyCommand
{
    /// <summary>The command; it fails when something is wrong.</summary>
    public static Command Make(Terminal terminal)
    {
        var command = new Command("verify", "Checks the archive, article by article.") { CommonOptions.AsJson };
        command.Does(terminal, (parsed, cancellation) =>
        {
            using var archive = parsed.OpenForReading();
            var report = terminal.WithProgress(progress => archive.Verify(progress, cancellation));
            if (parsed.GetValue(CommonOptions.AsJson))
            {
                terminal.WriteJson(report);
            }
            else
            {
                FigureTable.Print(
                    terminal,
                    ("articles", FigureTable.Count(report.Articles)),
                    ("generation", FigureTable.Count(report.Generation)),
                    ("indexed generation", FigureTable.Count(report.IndexedGeneration)));
                foreach (var problem in report.Problems)
                    terminal.Out.WriteLine(Printable.Line(problem));
                terminal.Out.WriteLine(report.Clean ? "Clean." : $"{report.Problems.Count} problems; 'rebuild' makes the index anew from the store.");
            }

            return report.Clean ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}
