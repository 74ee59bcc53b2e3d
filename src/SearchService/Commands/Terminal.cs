using System.Text;
using System.Text.Json;
using SearchService.Engine.Indexing;
using SearchService.Http;
using Spectre.Console;

namespace SearchService.Commands;

/// <summary>Where commands read and write: results to <see cref="Out"/>, everything said about the run to <see cref="Error"/>.</summary>
internal sealed class Terminal
{
    // Where no window wraps lines, nothing else should.
    private const int Unwrapped = 4_096;

    private readonly IAnsiConsole? _progress;

    private Terminal(TextReader input, TextWriter output, TextWriter error, bool isWindow, bool isErrorWindow)
    {
        (In, Out, Error) = (input, output, error);
        Console = Make(output, isWindow);
        _progress = isErrorWindow ? Make(error, isErrorWindow) : null;
    }

    /// <summary>Standard input.</summary>
    public TextReader In { get; }

    /// <summary>Standard output: results only.</summary>
    public TextWriter Out { get; }

    /// <summary>Standard error: progress, logs, failures.</summary>
    public TextWriter Error { get; }

    /// <summary><see cref="Out"/> with colours and tables; plain where it is no window.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>The process's own streams, in UTF-8 on every system.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        System.Console.OutputEncoding = utf8;
        if (System.Console.IsInputRedirected)
            System.Console.InputEncoding = utf8;
        return new Terminal(
            System.Console.In, System.Console.Out, System.Console.Error, !System.Console.IsOutputRedirected, !System.Console.IsErrorRedirected);
    }

    /// <summary>Any streams; no window, so no colours and no progress.</summary>
    public static Terminal Of(TextReader input, TextWriter output, TextWriter error) => new(input, output, error, false, false);

    /// <summary>Prints one JSON document on one line.</summary>
    public void WriteJson<T>(T document) => Out.WriteLine(JsonSerializer.Serialize(document, Json.Options));

    /// <summary>Does long work, with a progress line while it runs if somebody is looking.</summary>
    /// <param name="work">The work; it tells where it is.</param>
    public T WithProgress<T>(Func<IProgress<ArchiveProgress>?, T> work) =>
        _progress is null ? work(null) : ProgressLine.Show(_progress, work);

    private static IAnsiConsole Make(TextWriter writer, bool isWindow)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isWindow ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = isWindow ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isWindow)
            console.Profile.Width = Unwrapped;
        return console;
    }
}
