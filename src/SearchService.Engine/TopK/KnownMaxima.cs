namespace SearchService.Engine.TopK;

/// <summary>
/// What one concept comes to at most in each range of documents of one snapshot, as far as searches have found it out. Thread-safe: whoever finds it out
/// finds the same.
/// </summary>
/// <param name="segments">How many segments the snapshot has.</param>
internal sealed class KnownMaxima(int segments)
{
    /// <summary>Binary logarithm of the documents of a range.</summary>
    public const int RangeBits = 10;

    /// <summary>Documents of a range.</summary>
    public const int Range = 1 << RangeBits;

    private readonly Maximum[]?[] _segments = new Maximum[]?[segments];

    /// <summary>By range of a segment, the default where it is not known; may be written to.</summary>
    public Maximum[] Of(SegmentView segment) => _segments[segment.Segment.Number] ??= new Maximum[((segment.Documents - 1) >> RangeBits) + 1];

    /// <summary>What a document of a range has at most: one number, so that who reads it while it is found out sees all of it or nothing.</summary>
    /// <param name="Code">Its two halves.</param>
    internal readonly record struct Maximum(ulong Code)
    {
        /// <summary>Makes it of a sum of worths and a score.</summary>
        public static Maximum Of(float sum, float score) =>
            new(BitConverter.SingleToUInt32Bits(Math.Max(float.Epsilon, sum)) | ((ulong)BitConverter.SingleToUInt32Bits(score) << 32));

        /// <summary>Whether it has been found out.</summary>
        public bool IsKnown => Code != 0;

        /// <summary>The sum of worths.</summary>
        public float Sum => BitConverter.UInt32BitsToSingle((uint)Code);

        /// <summary>The score.</summary>
        public float Score => BitConverter.UInt32BitsToSingle((uint)(Code >> 32));
    }
}
