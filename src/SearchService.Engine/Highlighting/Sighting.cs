using SearchService.Engine.Ranking;

namespace SearchService.Engine.Highlighting;

/// <summary>A word of an article that is a form of a concept.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="Position">Ordinal of the word in its field.</param>
/// <param name="Start">Where it starts in the field, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
/// <param name="Weight">Weight of the form that was seen.</param>
internal readonly record struct Sighting(BoundConcept Concept, int Position, int Start, int Length, float Weight)
{
    /// <summary>First unit after it.</summary>
    public int End => Start + Length;
}
