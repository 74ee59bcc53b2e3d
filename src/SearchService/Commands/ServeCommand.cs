using System.CommandLine;
using Microsoft.Extensions.Options;
using SearchService.Engine;
using SearchService.Hosting;
using SearchService.Settings;

namespace SearchService.Commands;

/// <summary><c>serve</c>: the API and the pages, until stopped. The default command.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Addresses to listen on, between semicolons; {HttpSettings.DefaultUrl} unless given or configured.",
        HelpName = "URL",
    };

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var command = new Command("serve", "Serves the API and the pages (default).");
        MakeDefault(command, terminal);
        return command;
    }

    /// <summary>Makes a command serve.</summary>
    public static void MakeDefault(Command command, Terminal terminal)
    {
        command.Add(Urls);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, terminal, cancellation));
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            Archive.Prepare();
            await using var app = ServiceHost.Build(parsed.GetValue(Urls), builder => Configure(builder, parsed));
            await app.StartAsync(cancellation);
            app.Logger.LogInformation("Listening on {Urls}", string.Join(", ", app.Urls));
            await app.WaitForShutdownAsync(cancellation);
            return app.Services.GetRequiredService<ArchiveOpener>().Failure is null ? ExitCode.Done : ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Done;
        }
        catch (OptionsValidationException invalid)
        {
            foreach (var failure in invalid.Failures)
                terminal.Error.WriteLine(failure);
            return ExitCode.BadUsage;
        }
        catch (Exception failure) when (failure is IOException or FormatException or InvalidOperationException)
        {
            // The port is taken, or the address is none.
            terminal.Error.WriteLine(Printable.Line(failure.Message));
            return ExitCode.Failed;
        }
    }

    private static void Configure(WebApplicationBuilder builder, ParseResult parsed)
    {
        // What the command line or the environment names wins over the settings file.
        if (parsed.GetResult(CommonOptions.Archive) is { Implicit: false } || Environment.GetEnvironmentVariable(ArchiveSettings.FolderVariable) is { Length: > 0 })
            builder.Configuration["SearchService:Archive:Folder"] = parsed.GetRequiredValue(CommonOptions.Archive);
    }
}
