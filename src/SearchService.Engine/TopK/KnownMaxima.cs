namespace SearchService.Engine.TopK;

/// <summary>
/// What the documents of one snapshot come to at most for one concept, range by range, and more roughly for each 64 documents: found out once for a
/// segment when it is asked for again, since what is asked for once only would not be worth it. Thread-safe: whoever finds it out finds the same.
/// </summary>
/// <param name="segments">How many segments the snapshot has.</param>
internal sealed class KnownMaxima(int segments)
{
    /// <summary>Documents of a range.</summary>
    public const int Range = 1024;

    private readonly OfSegment?[] _segments = new OfSegment?[segments];
    private readonly bool[] _asked = new bool[segments];

    /// <summary>The step in which the scores of a concept of some rarity are counted; none scores more than the rarity.</summary>
    public static float StepOf(float rarity) => rarity / byte.MaxValue;

    /// <summary>What is known of a segment; null where nothing is.</summary>
    public OfSegment? this[SegmentView segment] => Volatile.Read(ref _segments[segment.Segment.Number]);

    /// <summary>Whether it is time to find it out.</summary>
    public bool IsDue(SegmentView segment)
    {
        if (this[segment] is not null)
            return false;
        ref var asked = ref _asked[segment.Segment.Number];
        (var before, asked) = (asked, true);
        return before;
    }

    /// <summary>Remembers what has been found out.</summary>
    public void Know(SegmentView segment, OfSegment maxima) => Volatile.Write(ref _segments[segment.Segment.Number], maxima);

    /// <summary>What the documents of a segment come to at most.</summary>
    /// <param name="Sums">By range, the sum of worths.</param>
    /// <param name="Scores">By range, the score.</param>
    /// <param name="Steps">By 64 documents, the score in steps of <see cref="StepOf"/>, rounded up; 0 where none matches.</param>
    internal sealed record OfSegment(float[] Sums, float[] Scores, byte[] Steps)
    {
        /// <summary>For a segment of so many documents.</summary>
        public static OfSegment For(int documents) => new(new float[Count(documents, Range)], new float[Count(documents, Range)], new byte[Count(documents, 64)]);

        private static int Count(int documents, int each) => (documents + each - 1) / each;
    }
}
