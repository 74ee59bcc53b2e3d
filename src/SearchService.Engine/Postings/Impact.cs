using System.Runtime.InteropServices;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.Postings;

/// <summary>
/// What the postings of a block can be worth: up to four pairs of frequency and length of which, whatever lengths count for, one is worth at
/// least as much as every posting. Eight bytes: four lengths as norm bytes, four frequencies coded like lengths but rounded up.
/// (Pairs rather than scores, since average lengths and weights change: as Lucene 8 keeps its impacts.)
/// </summary>
/// <param name="Code">The bytes.</param>
internal readonly record struct Impact(ulong Code)
{
    /// <summary>Pairs that are kept.</summary>
    public const int Pairs = 4;

    /// <summary>Bytes of one.</summary>
    public const int Bytes = sizeof(ulong);

    // By code: the frequency it stands for.
    private static readonly float[] Frequencies = [.. Enumerable.Range(0, 256).Select(code => (float)LengthNorm.LengthOf((byte)code))];

    /// <summary>Makes the impact of some postings.</summary>
    /// <param name="most">By norm byte the largest frequency at that length, 0 for none; at least one is not 0.</param>
    /// <param name="typical">A length at which pairs that are merged should lose little.</param>
    public static Impact Of(ReadOnlySpan<int> most, float typical)
    {
        Span<(byte Norm, int Frequency)> pairs = stackalloc (byte, int)[256];
        var count = 0;
        for (var norm = 0; norm < most.Length; norm++)
        {
            // Of two postings of one length the more frequent is worth more, of two of one frequency the shorter.
            if (most[norm] > (count == 0 ? 0 : pairs[count - 1].Frequency))
                pairs[count++] = ((byte)norm, most[norm]);
        }

        while (count > Pairs)
            Merge(pairs, ref count, typical);
        var code = 0UL;
        for (var i = 0; i < Pairs; i++)
        {
            var (norm, frequency) = pairs[Math.Min(i, count - 1)];
            code |= ((ulong)norm << (8 * i)) | ((ulong)Rounded(frequency) << (32 + (8 * i)));
        }

        return new(code);
    }

    /// <summary>The most that a posting is worth: frequency × factor of its length.</summary>
    /// <param name="factors">By norm byte; the larger length has the smaller factor.</param>
    public float Bound(float[] factors)
    {
        ref var factor = ref MemoryMarshal.GetArrayDataReference(factors.Length == 256 ? factors : throw new ArgumentException("A factor for each byte is needed.", nameof(factors)));
        ref var frequency = ref MemoryMarshal.GetArrayDataReference(Frequencies);
        var one = Worth(ref factor, ref frequency, 0);
        var two = Worth(ref factor, ref frequency, 8);
        var three = Worth(ref factor, ref frequency, 16);
        var four = Worth(ref factor, ref frequency, 24);
        return Math.Max(Math.Max(one, two), Math.Max(three, four));
    }

    private float Worth(ref float factor, ref float frequency, int shift) =>
        System.Runtime.CompilerServices.Unsafe.Add(ref factor, (byte)(Code >> shift))
        * System.Runtime.CompilerServices.Unsafe.Add(ref frequency, (byte)(Code >> (32 + shift)));

    /// <summary>Makes one of the two neighbours that lose least by it: the frequency of the one, the length of the other.</summary>
    private static void Merge(Span<(byte Norm, int Frequency)> pairs, ref int count, float typical)
    {
        var (best, least) = (0, float.MaxValue);
        for (var i = 0; i + 1 < count; i++)
        {
            var merged = Worth(pairs[i].Norm, pairs[i + 1].Frequency, typical);
            var loss = merged / Math.Max(Worth(pairs[i].Norm, pairs[i].Frequency, typical), Worth(pairs[i + 1].Norm, pairs[i + 1].Frequency, typical));
            if (loss < least)
                (best, least) = (i, loss);
        }

        pairs[best].Frequency = pairs[best + 1].Frequency;
        pairs[(best + 2)..count].CopyTo(pairs[(best + 1)..]);
        count--;
    }

    private static float Worth(byte norm, int frequency, float typical) =>
        frequency / (1 - ScoredField.All[^1].LengthEffect + (ScoredField.All[^1].LengthEffect * LengthNorm.LengthOf(norm) / typical));

    private static byte Rounded(int frequency)
    {
        var code = LengthNorm.Of(frequency);
        return LengthNorm.LengthOf(code) < frequency ? (byte)(code + 1) : code;
    }
}
