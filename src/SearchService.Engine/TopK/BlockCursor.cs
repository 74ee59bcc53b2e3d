using SearchService.Engine.Postings;

namespace SearchService.Engine.TopK;

/// <summary>Looks documents up in the postings of one word.</summary>
internal sealed class BlockCursor(BlockPostings postings) : FormCursor
{
    private readonly BlockBuffers _buffers = new();
    private int _block = -1;
    private int _count;
    private int _at;
    private int _frequenciesOf = -1;
    private (int Block, int At, int Place) _placeOf = (-1, 0, 0);

    /// <inheritdoc/>
    public override int Frequency
    {
        get
        {
            if (_frequenciesOf != _block)
            {
                postings.ReadFrequencies(_block, _buffers.Frequencies);
                _frequenciesOf = _block;
            }

            return _buffers.Frequencies[_at];
        }
    }

    /// <inheritdoc/>
    public override bool Seek(int document)
    {
        var documents = _buffers.Documents;
        if (_block < 0 || document > documents[_count - 1] || document < documents[0])
        {
            // Between two blocks nothing has to be read to know that it is not there, once one of them has been.
            if (!Enter(document))
                return false;
        }
        else if (document < documents[_at])
        {
            // In the gap before, as ascending requests mostly are.
            if (_at > 0 && document > documents[_at - 1])
                return false;
            _at = 0;
        }

        if (documents[_at] < document)
            _at = _buffers.Below(document);
        return documents[_at] == document;
    }

    /// <inheritdoc/>
    public override void ReadPositions(Span<int> positions)
    {
        var frequency = Frequency;
        // Documents are mostly asked for in ascending order: what stands before is counted on from the last one.
        if (_placeOf.Block != _block || _placeOf.At > _at)
            _placeOf = (_block, 0, 0);
        _placeOf = (_block, _at, _placeOf.Place + _buffers.FrequenciesIn(_placeOf.At, _at));
        var bits = postings.PositionsOf(_block);
        var position = 0;
        for (var i = 0; i < frequency; i++)
            positions[i] = position += bits[_placeOf.Place + i];
    }

    private bool Enter(int document)
    {
        var ahead = _block >= 0 && document > _buffers.Documents[_count - 1];
        var block = postings.BlockFrom(document, ahead ? _block + 1 : 0);
        if (block >= postings.Blocks)
            return false;
        if (block != _block)
        {
            _block = block;
            _count = _buffers.Read(postings, block);
        }

        _at = 0;
        return document <= _buffers.Documents[_count - 1];
    }
}
