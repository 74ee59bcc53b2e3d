using System.Text.Json;
using SearchService.Commands;

namespace SearchService.Tests.Fixtures;

/// <summary>What a command printed and ended with.</summary>
public sealed record CommandResult(int ExitCode, string Out, string Error)
{
    /// <summary>Standard output as the one JSON document it has to be.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Runs a command line in this process, by the same entry point as the executable.</summary>
    public static Task<CommandResult> RunAsync(params string[] args) => RunWithInputAsync("", args, CancellationToken.None);

    /// <summary>The same with something on standard input, and stoppable.</summary>
    public static async Task<CommandResult> RunWithInputAsync(string input, string[] args, CancellationToken cancellation)
    {
        using var reader = new StringReader(input);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(args, Terminal.Of(reader, output, error), cancellation);
        return new CommandResult(exitCode, output.ToString(), error.ToString());
    }
}
