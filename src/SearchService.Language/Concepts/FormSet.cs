using SearchService.Language.Lexicon;

namespace SearchService.Language.Concepts;

/// <summary>Collects forms of a concept; of two reasons for a word the stronger stays.</summary>
internal sealed class FormSet(Vocabulary vocabulary, string word)
{
    private readonly Dictionary<string, ConceptForm> _forms = new() { [word] = new ConceptForm(word, Weights.Exact, FormReason.Exact) };

    public void Add(int id, float weight, FormReason reason) => Add(vocabulary.WordOf(id), weight, reason);

    /// <summary>Adds a form, or several words in a row as one.</summary>
    public void Add(string text, float weight, FormReason reason, Rendering rendering = default)
    {
        if (!_forms.TryGetValue(text, out var known) || known.Weight < weight)
            _forms[text] = new ConceptForm(text, weight, reason, rendering.Source, rendering.Evidence);
    }

    /// <summary>The forms by weight, then count; the word itself first.</summary>
    public Concept ToConcept(int limit) => new(word,
        [.. _forms.Values
            .OrderByDescending(form => form.Weight)
            .ThenByDescending(form => vocabulary.CountOf(form.Text))
            .ThenBy(form => form.Text, StringComparer.Ordinal)
            .Take(limit)]);
}
