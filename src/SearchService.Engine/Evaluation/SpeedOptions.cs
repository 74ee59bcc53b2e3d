namespace SearchService.Engine.Evaluation;

/// <summary>How searches are timed.</summary>
public sealed record SpeedOptions
{
    /// <summary>How often every query is asked, at least 1; the first half (rounded down) warms up and is not measured.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Threads that ask at the same time, at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Words are also searched in the other script and language.</summary>
    public bool Readings { get; init; } = true;

    /// <summary>Each search as if none of its words had been asked for before: what is remembered of words is forgotten between any two.</summary>
    public bool Anew { get; init; }

    /// <summary>The body field and surface forms only, top 10, no passages: the work of a plain Lucene query.</summary>
    public bool Plain { get; init; }
}
