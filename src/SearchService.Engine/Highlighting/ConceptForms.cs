using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.Highlighting;

/// <summary>Which concepts of a query a surface form belongs to.</summary>
internal sealed class ConceptForms
{
    private static readonly List<(BoundConcept Concept, float Weight)> None = [];
    private readonly Dictionary<string, List<(BoundConcept Concept, float Weight)>> _byForm = [];
    private readonly Dictionary<string, List<(BoundConcept Concept, float Weight)>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <summary>Gathers the forms of all concepts of a query.</summary>
    public ConceptForms(Clause query)
    {
        _bySpan = _byForm.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var concept in Concepts(query).Distinct())
        {
            foreach (var form in concept.Forms)
            {
                if (!_byForm.TryGetValue(form.Text, out var concepts))
                    _byForm[form.Text] = concepts = [];
                concepts.Add((concept, form.Weight));
            }
        }
    }

    /// <summary>The concepts that have the form, with its weight in each.</summary>
    public List<(BoundConcept Concept, float Weight)> Of(ReadOnlySpan<char> form) => _bySpan.TryGetValue(form, out var concepts) ? concepts : None;

    private static IEnumerable<BoundConcept> Concepts(Clause clause) => clause switch
    {
        ConceptClause concept => [concept.Concept],
        PatternClause pattern => pattern.Pattern.Concepts,
        BagClause bag => bag.Required.Concat(bag.Optional).Concat(bag.Prohibited).SelectMany(Concepts),
        _ => [],
    };
}
