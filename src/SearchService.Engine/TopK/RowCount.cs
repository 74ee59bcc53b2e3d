namespace SearchService.Engine.TopK;

/// <summary>Counts the places where words stand in a row, word by word.</summary>
/// <param name="offsets">Place of each word in the row, ascending.</param>
internal sealed class RowCount(int[] offsets)
{
    private int[] _starts = new int[16];

    /// <summary>How many places there are for the words added so far.</summary>
    public int Places { get; private set; }

    /// <summary>Adds the next word.</summary>
    /// <param name="word">Its number; 0 begins anew.</param>
    /// <param name="positions">Where it stands, sorted; a position may repeat.</param>
    /// <returns>Whether any place is left.</returns>
    public bool Add(int word, ReadOnlySpan<(int Position, float Weight)> positions)
    {
        if (_starts.Length < positions.Length)
            Array.Resize(ref _starts, 2 * positions.Length);
        var (kept, at, before) = (0, 0, -1);
        foreach (var (position, _) in positions)
        {
            if (position == before)
                continue;
            before = position;
            var start = position - offsets[word];
            while (word > 0 && at < Places && _starts[at] < start)
                at++;
            if (word == 0 || (at < Places && _starts[at] == start))
                _starts[kept++] = start;
        }

        Places = kept;
        return kept > 0;
    }
}
