using System.CommandLine;
using SearchService.Engine.Backup;

namespace SearchService.Commands;

/// <summary><c>restore DIR</c>: makes an archive of a snapshot.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "The snapshot's folder." };

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var command = new Command("restore", "Makes the archive of a snapshot: checks it against its checksums and indexes it. An archive that holds anything is left as it is.") { Folder, CommonOptions.AsJson };
        command.Does(terminal, (parsed, cancellation) =>
        {
            var archive = parsed.GetRequiredValue(CommonOptions.Archive);
            var report = terminal.WithProgress(progress => ArchiveBackup.Restore(parsed.GetRequiredValue(Folder), archive, progress, cancellation));
            SnapshotCommand.Print(report, parsed.GetValue(CommonOptions.AsJson), $"are restored to {archive}", terminal);
            return ExitCode.Done;
        });
        return command;
    }
}
