using System.CommandLine;
using System.CommandLine.Invocation;

namespace SearchService.Commands;

/// <summary>The command line's table of contents.</summary>
internal static class CommandLine
{
    /// <summary>Once told to stop, time enough to make durable what was read.</summary>
    private static readonly TimeSpan WritersStop = TimeSpan.FromMinutes(2);

    /// <summary>The same for who only reads and has nothing to lose.</summary>
    private static readonly TimeSpan ReadersStop = TimeSpan.FromSeconds(2);

    /// <summary>Runs one command.</summary>
    /// <param name="args">As the process got them.</param>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <param name="cancellation">Stops it, as Ctrl+C does.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellation = default)
    {
        // A word of a query may begin with @ or a hyphen: nothing of it is a response file or a bundle of options.
        var parsed = Root(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
                terminal.Error.WriteLine(error.Message);
            terminal.Error.WriteLine($"'{CommandPath(parsed)} --help' shows what it takes.");
            return ExitCode.BadUsage;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = Writes(parsed.CommandResult.Command) ? WritersStop : ReadersStop,
            },
            cancellation);
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Full-text search in an archive of Hindi news. Without a command it serves the archive.");
        root.Directives.Clear();
        root.Add(CommonOptions.Archive);
        ServeCommand.MakeDefault(root, terminal);
        root.Add(ServeCommand.Make(terminal));
        root.Add(IndexCommand.Make(terminal));
        root.Add(SearchCommand.Make(terminal));
        root.Add(ExportCommand.Make(terminal));
        root.Add(AlertsCommand.Make(terminal));
        root.Add(InterpretCommand.Make(terminal));
        root.Add(LexiconCommand.Make(terminal));
        root.Add(EvalCommand.Make(terminal));
        root.Add(BenchCommand.Make(terminal));
        root.Add(VerifyCommand.Make(terminal));
        root.Add(RebuildCommand.Make(terminal));
        root.Add(SnapshotCommand.Make(terminal));
        root.Add(RestoreCommand.Make(terminal));
        return root;
    }

    private static bool Writes(Command command) => command is RootCommand or { Name: "serve" or "index" or "rebuild" or "restore" or "run" };

    private static string CommandPath(ParseResult parsed) =>
        string.Join(' ', parsed.CommandResult.Command.Parents.OfType<Command>().Where(parent => parent is not RootCommand).Select(parent => parent.Name)
            .Append(parsed.CommandResult.Command is RootCommand ? null : parsed.CommandResult.Command.Name).OfType<string>().Prepend("SearchService"));
}
