using System.CommandLine;
using SearchService.Engine;
using SearchService.Engine.Evaluation;
using SearchService.Engine.Querying;

namespace SearchService.Commands;

/// <summary>How every command runs: what it does, and what becomes of its failures. A failure is one line on standard error.</summary>
internal static class CommandRun
{
    /// <summary>Gives a command its work.</summary>
    /// <param name="command">The command.</param>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <param name="work">What it does; returns an <see cref="ExitCode"/>.</param>
    public static void Does(this Command command, Terminal terminal, Func<ParseResult, CancellationToken, int> work) =>
        // On a thread of its own: Ctrl+C is told to this one.
        command.SetAction((parsed, cancellation) => Task.Run(() => Guarded(terminal, () => work(parsed, cancellation)), CancellationToken.None));

    /// <summary>Says why a search was refused, with a caret under the place where there is one.</summary>
    /// <returns><see cref="ExitCode.BadUsage"/>.</returns>
    public static int Refuse(Terminal terminal, string query, RequestProblem problem)
    {
        if (problem.Position is { } position)
        {
            terminal.Error.WriteLine(Printable.Line(query));
            terminal.Error.WriteLine(new string(' ', Printable.Columns(query.AsSpan(0, Math.Min(position, query.Length)))) + "^");
        }

        terminal.Error.WriteLine(problem.Detail);
        return ExitCode.BadUsage;
    }

    private static int Guarded(Terminal terminal, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Stopped.");
            return ExitCode.Failed;
        }
        catch (EvaluationFileException fault)
        {
            terminal.Error.WriteLine(Printable.Line(fault.Message));
            return ExitCode.BadUsage;
        }
        catch (Exception failure) when (failure is ArchiveException or IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(Printable.Line(failure.Message));
            return ExitCode.Failed;
        }
    }
}
