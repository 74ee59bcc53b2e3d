namespace SearchService.Engine.TopK;

/// <summary>Looks single documents up in the postings of a form in one field of one segment: in any order, fastest in ascending order.</summary>
internal abstract class FormCursor
{
    /// <summary>Moves to a document.</summary>
    /// <returns>Whether the form is there.</returns>
    public abstract bool Seek(int document);

    /// <summary>Occurrences in the document moved to.</summary>
    public abstract int Frequency { get; }

    /// <summary>Writes the positions in the document moved to, in ascending order.</summary>
    /// <param name="positions">Room for <see cref="Frequency"/>.</param>
    public abstract void ReadPositions(Span<int> positions);
}
