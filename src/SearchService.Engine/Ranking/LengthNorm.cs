using System.Numerics;

namespace SearchService.Engine.Ranking;

/// <summary>
/// Field lengths in one byte, as Lucene 7 and later code them (their <c>SmallFloat.intToByte4</c>): exact up to 39 words, then with a
/// 4-bit mantissa, so that an archive moved to a cluster of today ranks the same. Lucene 4.8's own code keeps three bits only.
/// </summary>
internal static class LengthNorm
{
    // 2^31 - 1 codes to 231 in the 4-bit-mantissa form, which leaves 24 byte values: they stand for the lengths 0 to 23 as they are.
    private const int Free = 24;

    private static readonly int[] Lengths = [.. Enumerable.Range(0, 256).Select(Decode)];

    /// <summary>The byte of a length in words, 0 or more.</summary>
    public static byte Of(int length) => (byte)(length < Free ? length : Free + Mantissa(length - Free));

    /// <summary>The length that a byte stands for: the smallest of those that share it.</summary>
    public static int LengthOf(byte norm) => Lengths[norm];

    private static int Mantissa(int value)
    {
        var bits = 32 - BitOperations.LeadingZeroCount((uint)value);
        if (bits < 4)
            return value;
        var shift = bits - 4;
        return ((value >>> shift) & 7) | ((shift + 1) << 3);
    }

    private static int Decode(int norm)
    {
        if (norm < Free)
            return norm;
        var value = norm - Free;
        var shift = (value >> 3) - 1;
        return Free + (shift < 0 ? value : ((value & 7) | 8) << shift);
    }
}
