using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchService.Engine.Postings;

/// <summary>
/// Up to 128 numbers packed at one width of bits in four lanes: number i stands in lane i mod 4, row i / 4, and the rows of a lane follow
/// each other in its 32-bit words without gaps. So four neighbours are unpacked, and summed, by one operation on 128 bits.
/// (Vertical layout: Lemire and Boytsov, Decoding billions of integers per second through vectorization, 2015.)
/// </summary>
internal static class Lanes
{
    private const int WordBytes = 16;

    /// <summary>Bytes that so many numbers take at a width of 0 to 32 bits.</summary>
    public static int Bytes(int count, int bits) => ((((count + 3) / 4) * bits) + 31) / 32 * WordBytes;

    /// <summary>Bits that the largest number needs.</summary>
    public static int Width(ReadOnlySpan<uint> numbers)
    {
        var all = 0u;
        foreach (var number in numbers)
            all |= number;
        return 32 - int.LeadingZeroCount((int)all);
    }

    /// <summary>Packs numbers of at most so many bits; returns how many bytes were written.</summary>
    public static int Pack(ReadOnlySpan<uint> numbers, int bits, Span<byte> packed)
    {
        var bytes = Bytes(numbers.Length, bits);
        packed[..bytes].Clear();
        for (var i = 0; i < numbers.Length && bits > 0; i++)
        {
            var bit = (i / 4) * bits;
            var at = (bit / 32 * WordBytes) + (i % 4 * sizeof(uint));
            Or(packed[at..], numbers[i] << (bit % 32));
            if ((bit % 32) + bits > 32)
                Or(packed[(at + WordBytes)..], numbers[i] >> (32 - (bit % 32)));
        }

        return bytes;
    }

    /// <summary>Unpacks numbers and adds 1 to each.</summary>
    /// <param name="packed">Where they begin.</param>
    /// <param name="count">How many.</param>
    /// <param name="bits">Their width.</param>
    /// <param name="numbers">Room for <paramref name="count"/>, rounded up to a multiple of 4.</param>
    public static void Unpack(ReadOnlySpan<byte> packed, int count, int bits, Span<int> numbers)
    {
        if (Vector128.IsHardwareAccelerated)
            Rows<Plain>(packed, count, bits, 0, numbers);
        else
            UnpackOneByOne(packed, count, bits, numbers);
    }

    /// <summary>Unpacks steps, each less by 1 than it is, and sums them up from <paramref name="start"/>.</summary>
    public static void UnpackSums(ReadOnlySpan<byte> packed, int count, int bits, int start, Span<int> sums)
    {
        if (Vector128.IsHardwareAccelerated)
        {
            Rows<Summed>(packed, count, bits, start, sums);
            return;
        }

        UnpackOneByOne(packed, count, bits, sums);
        SumOneByOne(sums[..count], start);
    }

    /// <summary>The same as <see cref="Unpack"/> for machines without vectors.</summary>
    internal static void UnpackOneByOne(ReadOnlySpan<byte> packed, int count, int bits, Span<int> numbers)
    {
        for (var i = 0; i < count; i++)
        {
            var bit = (i / 4) * bits;
            var at = (bit / 32 * WordBytes) + (i % 4 * sizeof(uint));
            var number = bits == 0 ? 0 : (ulong)BinaryPrimitives.ReadUInt32LittleEndian(packed[at..]) >> (bit % 32);
            if ((bit % 32) + bits > 32)
                number |= (ulong)BinaryPrimitives.ReadUInt32LittleEndian(packed[(at + WordBytes)..]) << (32 - (bit % 32));
            numbers[i] = (int)(number & ((1UL << bits) - 1)) + 1;
        }
    }

    /// <summary>Sums steps up in place.</summary>
    internal static void SumOneByOne(Span<int> steps, int start)
    {
        foreach (ref var step in steps)
            start = step += start;
    }

    private static void Or(Span<byte> at, uint bits) =>
        BinaryPrimitives.WriteUInt32LittleEndian(at, BinaryPrimitives.ReadUInt32LittleEndian(at) | bits);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TRow>(ReadOnlySpan<byte> packed, int count, int bits, int start, Span<int> numbers)
        where TRow : struct, IRow
    {
        var rows = (count + 3) / 4;
        // One check for all: beyond it nothing is read or written.
        ref var from = ref MemoryMarshal.GetReference(packed[..Bytes(count, bits)]);
        ref var to = ref MemoryMarshal.GetReference(numbers[..(4 * rows)]);
        var mask = Vector128.Create(bits == 32 ? uint.MaxValue : (1u << bits) - 1);
        var sum = Vector128.Create(start);
        var word = bits == 0 ? Vector128<uint>.Zero : Vector128.LoadUnsafe(ref from).AsUInt32();
        nuint next = WordBytes;
        var shift = 0;
        for (nuint row = 0; row < (nuint)rows; row++)
        {
            var number = word >>> shift;
            shift += bits;
            if (shift > 32 || (shift == 32 && row + 1 < (nuint)rows))
            {
                word = Vector128.LoadUnsafe(ref from, next).AsUInt32();
                next += WordBytes;
                shift -= 32;
                if (shift > 0)
                    number |= word << (bits - shift);
            }

            sum = TRow.Next((number & mask).AsInt32() + Vector128<int>.One, sum);
            sum.StoreUnsafe(ref to, 4 * row);
            sum = TRow.Carry(sum);
        }
    }

    /// <summary>What becomes of a row of four numbers.</summary>
    private interface IRow
    {
        static abstract Vector128<int> Next(Vector128<int> row, Vector128<int> before);

        static abstract Vector128<int> Carry(Vector128<int> row);
    }

    private readonly struct Plain : IRow
    {
        public static Vector128<int> Next(Vector128<int> row, Vector128<int> before) => row;

        public static Vector128<int> Carry(Vector128<int> row) => row;
    }

    private readonly struct Summed : IRow
    {
        public static Vector128<int> Next(Vector128<int> row, Vector128<int> before)
        {
            // Indices beyond the last lane give 0: the row moved up by one lane, then by two.
            row += Vector128.Shuffle(row, Vector128.Create(4, 0, 1, 2));
            row += Vector128.Shuffle(row, Vector128.Create(4, 4, 0, 1));
            return row + before;
        }

        public static Vector128<int> Carry(Vector128<int> row) => Vector128.Shuffle(row, Vector128.Create(3));
    }
}
