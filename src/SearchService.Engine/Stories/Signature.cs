using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchService.Engine.Stories;

/// <summary>
/// What is kept of a text to tell how much of it another one shares: 130 bytes, whatever its length. Its shingles are spread over 128 bins by
/// their hash, and of each bin the least hash is kept: one-permutation hashing (Li, Owen and Zhang, 2012), which needs one hash a shingle
/// where min-wise hashing (Broder, 1997) needs 128. Four bits of each least hash are kept (b-bit minwise hashing: Li and König, 2010), and
/// of each eight bins the least hash whole, as a key by which texts are found that share it. Bins that are empty in both texts do not
/// count, so nothing has to be made up for them.
/// </summary>
internal static class Signature
{
    /// <summary>Length in bytes.</summary>
    public const int Length = Counter + (Bins / 2) + (Keys * sizeof(uint));

    /// <summary>Keys of a signature; 0 stands for none.</summary>
    public const int Keys = 16;

    /// <summary>Fewest shingles of a text that has a signature: of shorter ones too little is known to call them copies.</summary>
    public const int FewestShingles = 20;

    // A text that says the same few words again and again has many shingles, but few different ones.
    private const int FewestBins = 12;

    private const int Bins = 128;
    private const int BinBits = 7;
    private const int BinsOfKey = Bins / Keys;
    private const int Counter = sizeof(ushort);
    private const int Values = 15;

    /// <summary>Makes the signature of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="signature">Where it is written: <see cref="Length"/> bytes.</param>
    /// <returns>False when the text is too short to have one.</returns>
    public static bool TryMake(ReadOnlySpan<char> text, Span<byte> signature)
    {
        Span<uint> least = stackalloc uint[Bins];
        least.Fill(uint.MaxValue);
        var count = 0;
        for (var shingles = new ShingleReader(text); shingles.MoveNext(); count++)
        {
            var hash = shingles.Current;
            ref var bin = ref least[(int)(hash >> (64 - BinBits))];
            bin = Math.Min(bin, (uint)hash);
        }

        if (count < FewestShingles || Bins - least.Count(uint.MaxValue) < FewestBins)
            return false;
        BinaryPrimitives.WriteUInt16LittleEndian(signature, (ushort)Math.Min(count, ushort.MaxValue));
        for (var pair = 0; pair < Bins / 2; pair++)
            signature[Counter + pair] = (byte)(Kept(least[2 * pair]) | (Kept(least[(2 * pair) + 1]) << 4));
        for (var key = 0; key < Keys; key++)
        {
            var smallest = uint.MaxValue;
            foreach (var hash in least.Slice(key * BinsOfKey, BinsOfKey))
                smallest = Math.Min(smallest, hash);
            BinaryPrimitives.WriteUInt32LittleEndian(signature[(Length - (sizeof(uint) * (Keys - key)))..], smallest == uint.MaxValue ? 0 : smallest);
        }

        return true;
    }

    /// <summary>How many shingles the text has.</summary>
    public static int CountOf(ReadOnlySpan<byte> signature) => BinaryPrimitives.ReadUInt16LittleEndian(signature);

    /// <summary>A key; 0 for none.</summary>
    public static uint KeyOf(ReadOnlySpan<byte> signature, int key) => BinaryPrimitives.ReadUInt32LittleEndian(signature[(Length - (sizeof(uint) * (Keys - key)))..]);

    /// <summary>Whether two texts have a key in common.</summary>
    public static bool ShareKey(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        for (var key = 0; key < Keys; key++)
        {
            if (KeyOf(one, key) is not 0 and var hash && hash == KeyOf(other, key))
                return true;
        }

        return false;
    }

    /// <summary>Estimates how much two texts share, within about 0.04.</summary>
    public static Overlap Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var (equal, both, either) = (0, 0, 0);
        for (var at = Counter; at < Counter + (Bins / 2); at += Vector256<byte>.Count)
        {
            var a = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(one), (nuint)at);
            var b = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(other), (nuint)at);
            Count(a & Vector256.Create((byte)0x0F), b & Vector256.Create((byte)0x0F));
            Count(a & Vector256.Create((byte)0xF0), b & Vector256.Create((byte)0xF0));
        }

        // Of bins that differ, one in 15 looks equal.
        var same = Math.Max(0, ((double)(equal * Values) - both) / (Values - 1));
        return Overlap.Of(either == 0 ? 0 : same / either, CountOf(one), CountOf(other));

        void Count(Vector256<byte> a, Vector256<byte> b)
        {
            var (emptyA, emptyB) = (Vector256.Equals(a, Vector256<byte>.Zero).ExtractMostSignificantBits(), Vector256.Equals(b, Vector256<byte>.Zero).ExtractMostSignificantBits());
            equal += BitOperations.PopCount(Vector256.Equals(a, b).ExtractMostSignificantBits() & ~emptyA);
            both += BitOperations.PopCount(~(emptyA | emptyB));
            either += BitOperations.PopCount(~(emptyA & emptyB));
        }
    }

    // 0 is an empty bin. The least of many hashes is small: its low bits are what is still random.
    private static int Kept(uint least) => least == uint.MaxValue ? 0 : 1 + (int)(least % Values);
}
