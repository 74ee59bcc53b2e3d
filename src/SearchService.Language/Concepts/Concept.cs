namespace SearchService.Language.Concepts;

/// <summary>A surface form that can answer for a word.</summary>
/// <param name="Text">The form as indexed.</param>
/// <param name="Weight">How surely it does, in (0, 1].</param>
/// <param name="Reason">Why.</param>
/// <param name="Source">The lexicon that says so (<c>seed</c>, <c>cldr</c>, <c>learnt</c>); null where none does.</param>
/// <param name="Evidence">How many articles taught it; 0 for what was not learnt.</param>
public readonly record struct ConceptForm(string Text, float Weight, FormReason Reason, string? Source = null, int Evidence = 0);

/// <summary>What a word of a query stands for: the forms of the archive that can answer it.</summary>
/// <param name="Word">The surface form asked for, normalised as the index has it.</param>
/// <param name="Forms">Strongest first; the first is always the word itself, exact, with weight 1, held by the archive or not.</param>
public sealed record Concept(string Word, IReadOnlyList<ConceptForm> Forms)
{
    /// <summary>What a misspelt word stands for when this is what was meant: itself and, as corrections, the forms of this.</summary>
    /// <param name="word">The misspelt word.</param>
    public Concept AsCorrectionOf(string word) => new(word,
    [
        new(word, Weights.Exact, FormReason.Exact),
        .. Forms.Where(form => form.Text != word)
            .Take(Interpreter.MaxForms - 1)
            .Select(form => form with { Weight = form.Weight * Weights.Correction, Reason = FormReason.Correction }),
    ]);
}
