using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Engine.Postings;

/// <summary>The postings of a word as Lucene walks through them: frequencies and positions are read when they are asked for.</summary>
internal sealed class BlockEnum(BlockPostings postings, IBits? live) : DocsAndPositionsEnum
{
    private readonly int[] _documents = new int[Block.Size];
    private readonly int[] _frequencies = new int[Block.Size];
    private int _block = -1;
    private int _count;
    private int _at = -1;
    private int _doc = -1;
    private int _frequenciesOf = -1;
    private int _positionsOf = -1;
    private int _place;
    private int _position;

    /// <inheritdoc/>
    public override int DocID => _doc;

    /// <inheritdoc/>
    public override int Freq
    {
        get
        {
            if (_frequenciesOf != _block)
            {
                postings.ReadFrequencies(_block, _frequencies);
                _frequenciesOf = _block;
            }

            return _frequencies[_at];
        }
    }

    /// <inheritdoc/>
    public override int StartOffset => -1;

    /// <inheritdoc/>
    public override int EndOffset => -1;

    /// <inheritdoc/>
    public override int NextDoc()
    {
        do
        {
            if (++_at >= _count && !Enter(_block + 1))
                return _doc = NO_MORE_DOCS;
            _doc = _documents[_at];
        }
        while (live is not null && !live.Get(_doc));
        return _doc;
    }

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        if (_doc == NO_MORE_DOCS)
            return _doc;
        if (_block < 0 || _documents[_count - 1] < target)
        {
            if (!Enter(postings.BlockFrom(target, _block + 1)) || (_documents[_count - 1] < target && !Enter(_block + 1)))
                return _doc = NO_MORE_DOCS;
        }

        var found = _documents.AsSpan(_at < 0 ? 0 : _at, _count - Math.Max(0, _at)).BinarySearch(target);
        _at = Math.Max(0, _at) + (found < 0 ? ~found : found) - 1;
        return NextDoc();
    }

    /// <inheritdoc/>
    public override int NextPosition()
    {
        if (_positionsOf != _doc)
            FindPositions();
        _position += postings.PositionsOf(_block)[_place++];
        return _position;
    }

    /// <inheritdoc/>
    public override BytesRef? GetPayload() => null;

    /// <inheritdoc/>
    public override long GetCost() => postings.Count;

    private bool Enter(int block)
    {
        _at = 0;
        if (block >= postings.Blocks)
        {
            (_block, _count) = (postings.Blocks, 0);
            return false;
        }

        _block = block;
        _count = postings.ReadDocuments(block, _documents);
        return true;
    }

    // The positions of the block's earlier documents stand before: as many as they have occurrences.
    private void FindPositions()
    {
        _ = Freq;
        _place = 0;
        foreach (var frequency in _frequencies.AsSpan(0, _at))
            _place += frequency;
        _position = 0;
        _positionsOf = _doc;
    }
}
