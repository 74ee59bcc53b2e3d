namespace SearchService.Commands;

/// <summary>What a command ends with.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed, or stopped before it was done.</summary>
    public const int Failed = 1;

    /// <summary>Not understood: an unknown option, a missing file, bad query syntax.</summary>
    public const int BadUsage = 2;
}
