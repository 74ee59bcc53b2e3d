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
        var ofRows = new Dictionary<int, (string Form, int Start, int Length)>();
        reader.Reset(text);
        while (reader.MoveNext())
        {
            if (!reader.IsWhole && forms.IsOfRow(reader.Form))
                ofRows[reader.Position] = (reader.Form.ToString(), reader.Start, reader.Length);
            foreach (var (concept, weight) in forms.Of(reader.Form))
            {
                if (concept.Fields.HasFlag(field.Flag))
                    sightings.Add(new(concept, reader.Position, reader.Start, reader.Length, weight));
            }
        }

        if (ofRows.Count > 1)
            sightings.AddRows(forms.Rows, ofRows);
        return sightings;
    }

    /// <summary>Where a concept stands, in order.</summary>
    public List<Sighting> Of(BoundConcept concept) => _byConcept.GetValueOrDefault(concept, None);

    private void AddRows(IReadOnlyList<(string[] Words, BoundConcept Concept, float Weight)> rows, Dictionary<int, (string Form, int Start, int Length)> words)
    {
        foreach (var (row, concept, weight) in rows)
        {
            if (!concept.Fields.HasFlag(Field.Flag))
                continue;
            foreach (var (position, first) in words)
            {
                var place = 0;
                while (place < row.Length && words.TryGetValue(position + place, out var word) && word.Form == row[place])
                    place++;
                if (place == row.Length)
                    Add(new(concept, position, first.Start, words[position + place - 1] is var last ? last.Start + last.Length - first.Start : 0, weight));
            }

            if (_byConcept.TryGetValue(concept, out var seen))
                seen.Sort(static (one, other) => one.Position.CompareTo(other.Position));
        }
    }

    private void Add(Sighting sighting)
    {
        if (!_byConcept.TryGetValue(sighting.Concept, out var seen))
            _byConcept[sighting.Concept] = seen = [];
        seen.Add(sighting);
    }

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
