using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SearchService.Engine.Ranking;

/// <summary>The postings of several words in a row as if they were one word: it stands where the first of them stands.</summary>
internal sealed class RowPostings : DocsAndPositionsEnum
{
    private readonly DocsAndPositionsEnum[] _words;
    private readonly DocsAndPositionsEnum[] _rarestFirst;
    private readonly List<int> _positions = [];
    private readonly List<int> _next = [];
    private int _doc = -1;
    private int _read;

    /// <summary>Of the postings of the words, in their order.</summary>
    public RowPostings(DocsAndPositionsEnum[] words) =>
        (_words, _rarestFirst) = (words, [.. words.OrderBy(word => word.GetCost())]);

    /// <inheritdoc/>
    public override int DocID => _doc;

    /// <inheritdoc/>
    public override int Freq => _positions.Count;

    /// <inheritdoc/>
    public override int StartOffset => -1;

    /// <inheritdoc/>
    public override int EndOffset => -1;

    /// <inheritdoc/>
    public override int NextDoc() => Advance(_doc + 1);

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        while (true)
        {
            target = Together(target);
            if (target == DocIdSetIterator.NO_MORE_DOCS || InRow())
                return _doc = target;
            target++;
        }
    }

    /// <inheritdoc/>
    public override int NextPosition() => _positions[_read++];

    /// <inheritdoc/>
    public override BytesRef? GetPayload() => null;

    /// <inheritdoc/>
    public override long GetCost() => _rarestFirst[0].GetCost();

    /// <summary>The first document at or after <paramref name="target"/> that has all the words; every word stands on it.</summary>
    private int Together(int target)
    {
        var at = 0;
        while (at < _rarestFirst.Length)
        {
            var word = _rarestFirst[at];
            var doc = word.DocID < target ? word.Advance(target) : word.DocID;
            if (doc == DocIdSetIterator.NO_MORE_DOCS)
                return doc;
            at = doc == target ? at + 1 : 0;
            target = doc;
        }

        return target;
    }

    private bool InRow()
    {
        _read = 0;
        _positions.Clear();
        for (var i = _words[0].Freq; i > 0; i--)
            _positions.Add(_words[0].NextPosition());
        for (var place = 1; place < _words.Length && _positions.Count > 0; place++)
        {
            _next.Clear();
            var at = 0;
            for (var i = _words[place].Freq; i > 0; i--)
            {
                var start = _words[place].NextPosition() - place;
                while (at < _positions.Count && _positions[at] < start)
                    at++;
                if (at < _positions.Count && _positions[at] == start)
                    _next.Add(start);
            }

            _positions.Clear();
            _positions.AddRange(_next);
        }

        return _positions.Count > 0;
    }
}
