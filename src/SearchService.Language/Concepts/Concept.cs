namespace SearchService.Language.Concepts;

/// <summary>A surface form that can answer for a word.</summary>
/// <param name="Text">The form as indexed.</param>
/// <param name="Weight">How surely it does, in (0, 1].</param>
/// <param name="Reason">Why.</param>
public readonly record struct ConceptForm(string Text, float Weight, FormReason Reason);

/// <summary>What a word of a query stands for: the forms of the archive that can answer it.</summary>
/// <param name="Word">The surface form asked for, normalised as the index has it.</param>
/// <param name="Forms">Strongest first; the first is always the word itself, exact, with weight 1, held by the archive or not.</param>
public sealed record Concept(string Word, IReadOnlyList<ConceptForm> Forms);
