using System.CommandLine;
using System.Globalization;
using SearchService.Engine.Backup;

namespace SearchService.Commands;

/// <summary><c>snapshot DIR</c>: copies the archive as it is at one moment, also while it is served or indexed.</summary>
internal static class SnapshotCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "Where the snapshot goes: a folder that is empty or not there." };

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var command = new Command("snapshot", "Copies articles, saved searches and refusals as they are at one moment, with checksums; the index is made anew when it is restored.") { Folder, CommonOptions.AsJson };
        command.Does(terminal, (parsed, cancellation) =>
        {
            var folder = parsed.GetRequiredValue(Folder);
            var report = terminal.WithProgress(progress => ArchiveBackup.Snapshot(parsed.GetRequiredValue(CommonOptions.Archive), folder, progress, cancellation));
            Print(report, parsed.GetValue(CommonOptions.AsJson), $"are in {folder}", terminal);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Prints what was copied.</summary>
    public static void Print(BackupReport report, bool asJson, string where, Terminal terminal)
    {
        if (asJson)
        {
            terminal.WriteJson(report);
            return;
        }

        terminal.Out.WriteLine(Printable.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Articles:N0} articles and {report.SavedSearches:N0} saved searches as of change {report.Generation:N0} {where}: {report.Bytes / (1024.0 * 1024):N1} MiB; {report.Seconds:0.0} s")));
    }
}
