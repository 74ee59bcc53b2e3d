using SearchService.Engine.Ranking;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Concordances;

/// <summary>Where the forms of a concept stand in one field of one segment. Documents are found fastest in ascending order.</summary>
internal sealed class ConceptPlaces
{
    private readonly (FormCursor Cursor, int Reach)[] _forms;
    private readonly List<Interval> _here = [];
    private readonly List<int> _positions = [];
    private int[] _read = new int[16];
    private int _doc = -1;

    private ConceptPlaces((FormCursor, int)[] forms) => _forms = forms;

    /// <summary>Opens a concept; null where the segment has none of its forms in the field.</summary>
    public static ConceptPlaces? Open(BoundConcept concept, SnapshotSegment segment, int field)
    {
        var forms = new List<(FormCursor, int)>();
        foreach (var form in concept.Forms)
        {
            if (form.Postings(field, segment) is { } words)
                forms.Add((new FormList(field, form.Weight, words).Cursor, ReachOf(form)));
        }

        return forms.Count == 0 ? null : new([.. forms]);
    }

    /// <summary>Words of an occurrence beyond its first: those of a row, and the parts of a compound's whole, which stands where its first part does.</summary>
    public static int ReachOf(BoundForm form) => form.Words.Length > 1 ? form.Words.Length - 1 : form.Text.AsSpan().Count('-');

    /// <summary>The places in a document, in no order; valid until the next document.</summary>
    public List<Interval> In(int doc)
    {
        MoveTo(doc);
        return _here;
    }

    /// <summary>The sorted first words of the places in a document, each once; valid until the next document.</summary>
    public List<int> Positions(int doc)
    {
        MoveTo(doc);
        if (_positions.Count > 0 || _here.Count == 0)
            return _positions;
        foreach (var place in _here)
            _positions.Add(place.Start);
        _positions.Sort();
        var kept = 1;
        for (var i = 1; i < _positions.Count; i++)
        {
            if (_positions[i] != _positions[kept - 1])
                _positions[kept++] = _positions[i];
        }

        _positions.RemoveRange(kept, _positions.Count - kept);
        return _positions;
    }

    private void MoveTo(int doc)
    {
        if (_doc == doc)
            return;
        _doc = doc;
        _here.Clear();
        _positions.Clear();
        foreach (var (cursor, reach) in _forms)
        {
            if (!cursor.Seek(doc))
                continue;
            var count = cursor.Frequency;
            if (_read.Length < count)
                _read = new int[2 * count];
            cursor.ReadPositions(_read);
            foreach (var position in _read.AsSpan(0, count))
                _here.Add(new(position, position + reach));
        }
    }
}
