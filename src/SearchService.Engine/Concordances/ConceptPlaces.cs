using Lucene.Net.Index;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.Concordances;

/// <summary>Where the forms of a concept stand in one field of one segment. Documents are asked for in ascending order.</summary>
internal sealed class ConceptPlaces
{
    private readonly (DocsAndPositionsEnum Postings, int Reach)[] _forms;
    private readonly List<Interval> _here = [];
    private readonly List<int> _positions = [];
    private int _doc = -1;

    private ConceptPlaces((DocsAndPositionsEnum, int)[] forms) => _forms = forms;

    /// <summary>Opens a concept; null where the segment has none of its forms in the field.</summary>
    public static ConceptPlaces? Open(BoundConcept concept, AtomicReaderContext segment, int field)
    {
        var forms = new List<(DocsAndPositionsEnum, int)>();
        foreach (var form in concept.Forms)
        {
            if (form.Open(field, segment, live: null, positions: true) is DocsAndPositionsEnum postings)
                forms.Add((postings, ReachOf(form)));
        }

        return forms.Count == 0 ? null : new([.. forms]);
    }

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

    // Words beyond the first: those of a row, and the parts of a compound's whole, which stands where its first part does.
    private static int ReachOf(BoundForm form) => form.Words.Length > 1 ? form.Words.Length - 1 : form.Text.AsSpan().Count('-');

    private void MoveTo(int doc)
    {
        if (_doc == doc)
            return;
        _doc = doc;
        _here.Clear();
        _positions.Clear();
        foreach (var (postings, reach) in _forms)
        {
            if ((postings.DocID < doc ? postings.Advance(doc) : postings.DocID) != doc)
                continue;
            for (var i = postings.Freq; i > 0; i--)
            {
                var position = postings.NextPosition();
                _here.Add(new(position, position + reach));
            }
        }
    }
}
