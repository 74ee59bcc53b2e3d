using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Engine.Ranking;

/// <summary>Where any form of a concept stands in one field, document by document.</summary>
internal sealed class PositionsUnion
{
    private readonly PostingsUnion _postings;
    private readonly Action<FormPostings> _collect;
    private (int Position, float Weight)[] _positions = new (int, float)[16];
    private readonly List<int> _distinct = [];
    private int _distinctDoc = -1;
    private int _count;
    private int _forms;

    private PositionsUnion(PostingsUnion postings) => (_postings, _collect) = (postings, Collect);

    /// <summary>Current document.</summary>
    public int Doc => _postings.Doc;

    /// <summary>How many documents there are to read, at most.</summary>
    public long Cost => _postings.Cost;

    /// <summary>Opens a concept's positions in one field of one segment; null when it has none.</summary>
    public static PositionsUnion? Open(BoundConcept concept, AtomicReaderContext segment, IBits? live, int field)
        => PostingsUnion.Open(concept, segment, live, field, positions: true) is { } postings ? new(postings) : null;

    /// <summary>Moves to the first document at or after <paramref name="target"/>.</summary>
    public int Advance(int target) => _postings.Advance(target);

    /// <summary>Positions in the current document in ascending order, each with the weight of the form that stands there.</summary>
    public ReadOnlySpan<(int Position, float Weight)> Read()
    {
        (_count, _forms) = (0, 0);
        _postings.ForEachHere(_collect);
        var positions = _positions.AsSpan(0, _count);
        if (_forms > 1)
            Nearness.Sort(positions);
        return positions;
    }

    /// <summary>Positions in the current document in ascending order, each once; valid until the next document.</summary>
    public IReadOnlyList<int> ReadPositions()
    {
        // A phrase may ask twice for a word that it repeats; the postings can be read once only.
        if (_distinctDoc == Doc)
            return _distinct;
        _distinctDoc = Doc;
        _distinct.Clear();
        foreach (var (position, _) in Read())
        {
            if (_distinct.Count == 0 || _distinct[^1] != position)
                _distinct.Add(position);
        }

        return _distinct;
    }

    private void Collect(FormPostings form)
    {
        _forms++;
        var positions = form.Positions;
        if (_positions.Length < _count + form.Frequency)
            Array.Resize(ref _positions, Math.Max(2 * _positions.Length, _count + form.Frequency));
        for (var i = form.Frequency; i > 0; i--)
            _positions[_count++] = (positions.NextPosition(), form.Weight);
    }
}
