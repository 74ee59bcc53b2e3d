namespace SearchService.Articles;

/// <summary>How much of one source is held in memory; what is bigger is refused, not loaded.</summary>
public sealed record ReadLimits
{
    /// <summary>Limits used when none are given.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Largest text or HTML page, in bytes as stored; 16 MiB unless set.</summary>
    public int MaxPageBytes { get; init; } = 16 << 20;

    /// <summary>Longest line of a JSON lines file, in bytes without its line end; 16 MiB unless set.</summary>
    public int MaxLineBytes { get; init; } = 16 << 20;
}
