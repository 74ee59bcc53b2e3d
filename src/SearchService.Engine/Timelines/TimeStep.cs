namespace SearchService.Engine.Timelines;

/// <summary>How long the intervals of a timeline are, on the papers' calendar (+05:30).</summary>
public enum TimeStep
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Years.</summary>
    Year,
}
