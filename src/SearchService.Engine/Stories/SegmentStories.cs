namespace SearchService.Engine.Stories;

/// <summary>The stories of one segment's articles. Immutable.</summary>
internal sealed class SegmentStories
{
    private readonly long[] _sequences;
    private readonly long _least;
    private readonly long _most;

    /// <summary>Looks the articles up.</summary>
    /// <param name="sequences">Sequence number by document; 0 for those deleted.</param>
    /// <param name="table">The stories.</param>
    public SegmentStories(long[] sequences, StoryTable table)
        : this(sequences, new int[sequences.Length], new ulong[(sequences.Length + 63) / 64])
    {
        for (var document = 0; document < sequences.Length; document++)
            Set(document, table);
    }

    /// <summary>Takes what was found before.</summary>
    /// <param name="numbers">Number of the story by document; 0 for an article that is alone.</param>
    public SegmentStories(int[] numbers)
        : this([], numbers, new ulong[(numbers.Length + 63) / 64])
    {
        for (var document = 0; document < numbers.Length; document++)
            Shared[document >> 6] |= numbers[document] > 0 ? 1UL << (document & 63) : 0;
    }

    private SegmentStories(long[] sequences, int[] numbers, ulong[] shared)
    {
        (_sequences, Numbers, Shared) = (sequences, numbers, shared);
        (_least, _most) = sequences.Length == 0 ? (0, 0) : (sequences.Min(), sequences.Max());
    }

    /// <summary>The number of its story by document; 0 for an article that is alone in its story.</summary>
    public int[] Numbers { get; }

    /// <summary>A bit for each document that is not alone.</summary>
    public ulong[] Shared { get; }

    /// <summary>The same after some articles have come to other stories.</summary>
    public SegmentStories After(HashSet<long> touched, StoryTable table)
    {
        if (!touched.Any(sequence => sequence >= _least && sequence <= _most))
            return this;
        var after = new SegmentStories(_sequences, (int[])Numbers.Clone(), (ulong[])Shared.Clone());
        for (var document = 0; document < _sequences.Length; document++)
        {
            if (touched.Contains(_sequences[document]))
                after.Set(document, table);
        }

        return after;
    }

    private void Set(int document, StoryTable table)
    {
        var number = _sequences[document] > 0 ? table.NumberOf(_sequences[document]) : 0;
        Numbers[document] = number;
        if (number > 0)
            Shared[document >> 6] |= 1UL << (document & 63);
        else
            Shared[document >> 6] &= ~(1UL << (document & 63));
    }
}
