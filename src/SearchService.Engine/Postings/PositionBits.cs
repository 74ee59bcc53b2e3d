using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SearchService.Engine.Postings;

/// <summary>
/// The positions of a block's postings: a byte with their width, then one number a position at that width without gaps, a document's
/// first position as it is and each further one as the step from the one before. Any document's positions can so be read by themselves:
/// their place follows from the frequencies.
/// </summary>
/// <param name="bytes">Where they begin; at least 8 bytes must follow them.</param>
internal readonly ref struct PositionBits(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _packed = bytes[1..];
    private readonly int _bits = bytes[0];

    /// <summary>Writes numbers.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Write(ReadOnlySpan<uint> numbers, Span<byte> bytes)
    {
        var bits = Lanes.Width(numbers);
        bytes[0] = (byte)bits;
        var at = 1;
        var filled = 0;
        var word = 0UL;
        foreach (var number in numbers)
        {
            word |= (ulong)number << filled;
            for (filled += bits; filled >= 8; filled -= 8)
            {
                bytes[at++] = (byte)word;
                word >>= 8;
            }
        }

        if (filled > 0)
            bytes[at++] = (byte)word;
        return at;
    }

    /// <summary>The number at a place, from 0.</summary>
    public int this[int place]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var bit = (long)place * _bits;
            return (int)((BinaryPrimitives.ReadUInt64LittleEndian(_packed[(int)(bit >> 3)..]) >> (int)(bit & 7)) & ((1UL << _bits) - 1));
        }
    }
}
