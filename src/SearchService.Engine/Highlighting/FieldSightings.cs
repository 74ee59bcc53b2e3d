using SearchService.Engine.Ranking;
using SearchService.Language.Tokenization;

namespace SearchService.Engine.Highlighting;

/// <summary>One field of an article, read once: where the concepts of a query stand in it.</summary>
internal sealed class FieldSightings
{
    private static readonly List<Sighting> None = [];
    private readonly Dictionary<BoundConcept, List<Sighting>> _byConcept = new(ReferenceEqualityComparer.Instance);

    private FieldSightings(ScoredField field, string text) => (Field, Text) = (field, text);

    /// <summary>The field.</summary>
    public ScoredField Field { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>Reads a field.</summary>
    public static FieldSightings Read(ScoredField field, string text, ConceptForms forms, WordReader reader)
    {
        var sightings = new FieldSightings(field, text);
        reader.Reset(text);
        while (reader.MoveNext())
        {
            foreach (var (concept, weight) in forms.Of(reader.Form))
            {
                if (!concept.Fields.HasFlag(field.Flag))
                    continue;
                if (!sightings._byConcept.TryGetValue(concept, out var seen))
                    sightings._byConcept[concept] = seen = [];
                seen.Add(new(concept, reader.Position, reader.Start, reader.Length, weight));
            }
        }

        return sightings;
    }

    /// <summary>Where a concept stands, in order.</summary>
    public List<Sighting> Of(BoundConcept concept) => _byConcept.GetValueOrDefault(concept, None);

    /// <summary>Sorted positions of a concept, each once.</summary>
    public IReadOnlyList<int> Positions(BoundConcept concept)
    {
        var positions = new List<int>();
        foreach (var sighting in Of(concept))
        {
            if (positions.Count == 0 || positions[^1] != sighting.Position)
                positions.Add(sighting.Position);
        }

        return positions;
    }
}
