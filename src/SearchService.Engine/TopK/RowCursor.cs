namespace SearchService.Engine.TopK;

/// <summary>Looks documents up that have several words in a row: the row stands where its first word stands.</summary>
internal sealed class RowCursor(BlockCursor[] words) : FormCursor
{
    private int[] _row = new int[16];
    private int[] _next = new int[16];
    private int _count;

    /// <inheritdoc/>
    public override int Frequency => _count;

    /// <inheritdoc/>
    public override bool Seek(int document)
    {
        foreach (var word in words)
        {
            if (!word.Seek(document))
                return false;
        }

        _count = Read(words[0], ref _row);
        for (var place = 1; place < words.Length && _count > 0; place++)
            Keep(Read(words[place], ref _next), place);
        return _count > 0;
    }

    /// <inheritdoc/>
    public override void ReadPositions(Span<int> positions) => _row.AsSpan(0, _count).CopyTo(positions);

    private static int Read(BlockCursor word, ref int[] positions)
    {
        var count = word.Frequency;
        if (positions.Length < count)
            positions = new int[2 * count];
        word.ReadPositions(positions);
        return count;
    }

    // Keeps those starts of the row after which the next word stands in its place; a position may repeat.
    private void Keep(int nexts, int place)
    {
        var (kept, at) = (0, 0);
        for (var i = 0; i < nexts; i++)
        {
            var start = _next[i] - place;
            while (at < _count && _row[at] < start)
                at++;
            if (at < _count && _row[at] == start)
                _next[kept++] = start;
        }

        _count = kept;
        (_row, _next) = (_next, _row);
    }
}
