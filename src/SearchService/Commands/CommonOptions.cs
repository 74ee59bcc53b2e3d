using System.CommandLine;
using SearchService.Engine;
using SearchService.Settings;

namespace SearchService.Commands;

/// <summary>Options that commands share.</summary>
internal static class CommonOptions
{
    /// <summary><c>--archive DIR</c>, of every command.</summary>
    public static Option<string> Archive { get; } = new("--archive")
    {
        Description = $"The archive's folder (or {ArchiveSettings.FolderVariable}).",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(ArchiveSettings.FolderVariable) is { Length: > 0 } folder
            ? folder
            : ArchiveSettings.DefaultFolder,
    };

    /// <summary><c>--json</c>.</summary>
    public static Option<bool> AsJson { get; } = new("--json") { Description = "Print one JSON document and nothing else." };

    /// <summary><c>--readings on|off</c>.</summary>
    public static Option<string?> Readings { get; } = new Option<string?>("--readings")
    {
        Description = "on (usual): words are also searched by what they are called in the other script and language; off: as they are.",
        HelpName = "on|off",
    }.AcceptOnlyFromAmong("on", "off");

    /// <summary><c>--corrections on|off</c>.</summary>
    public static Option<string?> Corrections { get; } = new Option<string?>("--corrections")
    {
        Description = "on (usual): a query that finds nothing is answered by what its misspelt words were probably meant to be; off: the query as written.",
        HelpName = "on|off",
    }.AcceptOnlyFromAmong("on", "off");

    /// <summary>Has an argument that takes any words refuse those that look like an option nobody knows: a mistyped one would be searched for.</summary>
    public static Argument<string[]> RefusingUnknownOptions(this Argument<string[]> words)
    {
        words.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.Length > 2 && token.Value.StartsWith("--", StringComparison.Ordinal)))
                result.AddError($"There is no option '{token.Value}'.");
        });
        return words;
    }

    /// <summary>Opens the archive to look at it, beside whatever else uses it.</summary>
    public static Archive OpenForReading(this ParseResult parsed) =>
        Engine.Archive.Open(new ArchiveOptions { Folder = parsed.GetRequiredValue(Archive), ReadOnly = true });

    /// <summary>Opens the archive to change it, which only one process can; its index is brought up to date first.</summary>
    public static Archive OpenForWriting(this ParseResult parsed, Terminal terminal) =>
        terminal.WithProgress(progress => Engine.Archive.Open(new ArchiveOptions { Folder = parsed.GetRequiredValue(Archive) }, progress));
}
