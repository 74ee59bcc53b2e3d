using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.Highlighting;

/// <summary>Which concepts of a query a surface form, or a row of words, belongs to.</summary>
internal sealed class ConceptForms
{
    private static readonly List<(BoundConcept Concept, float Weight)> None = [];
    private readonly Dictionary<string, List<(BoundConcept Concept, float Weight)>> _byForm = [];
    private readonly Dictionary<string, List<(BoundConcept Concept, float Weight)>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private readonly List<(string[] Words, BoundConcept Concept, float Weight)> _rows = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _wordsOfRows = new HashSet<string>().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gathers the forms of all concepts of a query.</summary>
    public ConceptForms(Clause query)
    {
        _bySpan = _byForm.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var concept in Concepts(query).Distinct())
        {
            foreach (var form in concept.Forms)
            {
                if (form.Words.Length > 1)
                {
                    _rows.Add((form.Words, concept, form.Weight));
                    foreach (var word in form.Words)
                        _wordsOfRows.Add(word);
                    continue;
                }

                if (!_byForm.TryGetValue(form.Text, out var concepts))
                    _byForm[form.Text] = concepts = [];
                concepts.Add((concept, form.Weight));
            }
        }
    }

    /// <summary>The concepts that have the form, with its weight in each.</summary>
    public List<(BoundConcept Concept, float Weight)> Of(ReadOnlySpan<char> form) => _bySpan.TryGetValue(form, out var concepts) ? concepts : None;

    /// <summary>The forms that are several words in a row.</summary>
    public IReadOnlyList<(string[] Words, BoundConcept Concept, float Weight)> Rows => _rows;

    /// <summary>Whether a word stands in any of the rows.</summary>
    public bool IsOfRow(ReadOnlySpan<char> form) => _wordsOfRows.Contains(form);

    private static IEnumerable<BoundConcept> Concepts(Clause clause) => clause switch
    {
        ConceptClause concept => [concept.Concept],
        PatternClause pattern => pattern.Pattern.Concepts,
        BagClause bag => bag.Required.Concat(bag.Optional).Concat(bag.Prohibited).SelectMany(Concepts),
        _ => [],
    };
}
