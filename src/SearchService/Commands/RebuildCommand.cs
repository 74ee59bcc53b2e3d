using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace SearchService.Commands;

/// <summary><c>rebuild</c>: makes the index anew from the store.</summary>
internal static class RebuildCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var command = new Command("rebuild", "Makes the index anew from the stored articles.") { CommonOptions.AsJson };
        command.Does(terminal, (parsed, cancellation) =>
        {
            using var archive = parsed.OpenForWriting(terminal);
            var start = Stopwatch.GetTimestamp();
            terminal.WithProgress(progress =>
            {
                archive.Rebuild(progress, cancellation);
                return 0;
            });
            var report = new RebuildReport(archive.Status.Articles, Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (parsed.GetValue(CommonOptions.AsJson))
                terminal.WriteJson(report);
            else
                terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Articles:N0} articles indexed anew; {report.Seconds:0.0} s"));
            return ExitCode.Done;
        });
        return command;
    }

    private sealed record RebuildReport(long Articles, double Seconds);
}
