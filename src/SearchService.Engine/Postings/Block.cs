namespace SearchService.Engine.Postings;

/// <summary>
/// Up to 128 postings as bytes. A first byte of <see cref="ByBytes"/>: each posting as variable-length numbers, which is shorter for a few.
/// Else the width of the steps from document to document, the width of the frequencies, and both packed in <see cref="Lanes"/>,
/// so that documents can be read without frequencies.
/// </summary>
internal static class Block
{
    /// <summary>Most postings in a block.</summary>
    public const int Size = 128;

    /// <summary>Most bytes of a block.</summary>
    public const int MostBytes = 2 + (2 * Size * sizeof(uint));

    private const byte ByBytes = 0xFF;

    // A block of steps of so many bits, after a document below 2^30, cannot come to 2^31: no sum overflows.
    private const int SafeBits = 23;
    private const int SafeDocument = 1 << 30;

    /// <summary>Writes a block.</summary>
    /// <param name="steps">From each document to the next, less 1; the first from the last document before the block, or from -1.</param>
    /// <param name="more">Occurrences in each document, less 1.</param>
    /// <param name="bytes">Room for <see cref="MostBytes"/>.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Write(ReadOnlySpan<uint> steps, ReadOnlySpan<uint> more, Span<byte> bytes)
    {
        var (stepBits, moreBits) = (Lanes.Width(steps), Lanes.Width(more));
        var packed = 2 + Lanes.Bytes(steps.Length, stepBits) + Lanes.Bytes(more.Length, moreBits);
        if (BytesOneByOne(steps, more) < packed)
            return WriteOneByOne(steps, more, bytes);
        (bytes[0], bytes[1]) = ((byte)stepBits, (byte)moreBits);
        var written = 2 + Lanes.Pack(steps, stepBits, bytes[2..]);
        return written + Lanes.Pack(more, moreBits, bytes[written..]);
    }

    /// <summary>Reads the documents of a block.</summary>
    /// <param name="bytes">Where the block begins.</param>
    /// <param name="count">How many postings it has.</param>
    /// <param name="before">The last document before it, or -1.</param>
    /// <param name="documents">Room for <see cref="Size"/>; each is larger than the one before. What stands there beyond the count has no meaning.</param>
    /// <exception cref="InvalidDataException">The block is damaged.</exception>
    public static void ReadDocuments(ReadOnlySpan<byte> bytes, int count, int before, Span<int> documents)
    {
        if (bytes[0] != ByBytes)
        {
            Lanes.UnpackSums(bytes[2..], count, Checked(bytes[0]), before, documents);
            if (bytes[0] > SafeBits || before >= SafeDocument)
                CheckAscending(documents[..count], before);
            return;
        }

        var (at, sum) = (1, before);
        for (var i = 0; i < count; i++)
        {
            var step = Number(bytes, ref at);
            documents[i] = sum += (int)(step >> 1) + 1;
            if ((step & 1) != 0)
                Number(bytes, ref at);
        }

        CheckAscending(documents[..count], before);
    }

    /// <summary>Reads the frequencies of a block.</summary>
    public static void ReadFrequencies(ReadOnlySpan<byte> bytes, int count, Span<int> frequencies)
    {
        if (bytes[0] != ByBytes)
        {
            Lanes.Unpack(bytes[(2 + Lanes.Bytes(count, Checked(bytes[0])))..], count, Checked(bytes[1]), frequencies);
            return;
        }

        var at = 1;
        for (var i = 0; i < count; i++)
            frequencies[i] = (Number(bytes, ref at) & 1) == 0 ? 1 : (int)Number(bytes, ref at) + 1;
    }

    private static int Checked(byte bits) => bits <= 32 ? bits : throw Damaged();

    private static void CheckAscending(ReadOnlySpan<int> documents, int before)
    {
        foreach (var document in documents)
        {
            if (document <= before)
                throw Damaged();
            before = document;
        }
    }

    private static InvalidDataException Damaged() => new("A block of postings is damaged.");

    private static int BytesOneByOne(ReadOnlySpan<uint> steps, ReadOnlySpan<uint> more)
    {
        var bytes = 1;
        for (var i = 0; i < steps.Length; i++)
            bytes += Length((ulong)steps[i] << 1) + (more[i] == 0 ? 0 : Length(more[i]));
        return bytes;
    }

    private static int WriteOneByOne(ReadOnlySpan<uint> steps, ReadOnlySpan<uint> more, Span<byte> bytes)
    {
        bytes[0] = ByBytes;
        var at = 1;
        for (var i = 0; i < steps.Length; i++)
        {
            Write(((ulong)steps[i] << 1) | (more[i] == 0 ? 0u : 1u), bytes, ref at);
            if (more[i] != 0)
                Write(more[i], bytes, ref at);
        }

        return at;
    }

    private static int Length(ulong number) => (64 - int.Max(0, (int)ulong.LeadingZeroCount(number | 1)) + 6) / 7;

    private static void Write(ulong number, Span<byte> bytes, ref int at)
    {
        for (; number >= 0x80; number >>= 7)
            bytes[at++] = (byte)(number | 0x80);
        bytes[at++] = (byte)number;
    }

    private static ulong Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong number = bytes[at++];
        if (number < 0x80)
            return number;
        number &= 0x7F;
        for (var shift = 7; shift < 64; shift += 7)
        {
            var next = bytes[at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                break;
        }

        return number;
    }
}
