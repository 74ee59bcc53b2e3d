using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;
using System.Text;
using System.Text.Unicode;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Results;

/// <summary>Where a page ended: enough to go on exactly there, in the same snapshot while it is kept and without newer articles after that.</summary>
/// <param name="Search">Fingerprint of the search it belongs to.</param>
/// <param name="Generation">Generation of the snapshot of the first page.</param>
/// <param name="Page">Number of the page it leads to.</param>
/// <param name="Key">Sort key of the last hit.</param>
/// <param name="Sequence">Sequence number of the last hit, which breaks ties.</param>
/// <param name="Corrections">The corrections that the first page was answered with, as text: the pages after it keep to them, whatever the archive learns meanwhile.</param>
internal sealed record Cursor(ulong Search, long Generation, int Page, double Key, long Sequence, string Corrections = "")
{
    private const byte Version = 1;
    private const int Length = 1 + 8 + 8 + 4 + 8 + 8;

    /// <summary>Fingerprint of a search's canonical line.</summary>
    public static ulong Fingerprint(string canonical) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(canonical));

    /// <summary>The cursor as text for a URL.</summary>
    public override string ToString()
    {
        Span<byte> bytes = new byte[Length + Encoding.UTF8.GetByteCount(Corrections)];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[1..], Search);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[9..], Generation);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[17..], Page);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[21..], Key);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[29..], Sequence);
        Encoding.UTF8.GetBytes(Corrections, bytes[Length..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Cursor? cursor)
    {
        cursor = null;
        if (text.Length > SearchRequest.MostCursorCharacters || !Base64Url.IsValid(text))
            return false;
        ReadOnlySpan<byte> bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length < Length || bytes[0] != Version || !Utf8.IsValid(bytes[Length..]))
        {
            return false;
        }

        cursor = new(
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[1..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[9..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[17..]),
            BinaryPrimitives.ReadDoubleLittleEndian(bytes[21..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[29..]),
            Encoding.UTF8.GetString(bytes[Length..]));
        return Querying.Corrections.Read(cursor.Corrections) is not null && cursor.Page >= 1 && !double.IsNaN(cursor.Key);
    }
}
