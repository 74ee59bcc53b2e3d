namespace SearchService.Engine.Ranking;

/// <summary>The documents of one segment that have an arrangement of words in one field.</summary>
internal abstract class FieldArrangement
{
    /// <summary>Current document, -1 before the first.</summary>
    public int Doc { get; protected set; } = -1;

    /// <summary>How many documents there are to look at, at most.</summary>
    public abstract long Cost { get; }

    /// <summary>How often it stands in the current document; null where nearness counts and not how often.</summary>
    public virtual int? Places => null;

    /// <summary>Moves to the first document at or after <paramref name="target"/> that has it.</summary>
    public abstract int Advance(int target);

    /// <summary>Occurrences in the current document, weighted and length-normalised; asked for once a document.</summary>
    public abstract float Frequency();
}
