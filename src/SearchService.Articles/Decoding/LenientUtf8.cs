using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SearchService.Articles.Decoding;

/// <summary>
/// UTF-8 in which single Windows-1252 bytes may stand, as editors leave them behind: 0x93 between two UTF-8 characters is “.
/// A byte that begins a character which then breaks off is no such byte: that text was cut, and is refused.
/// </summary>
internal static class LenientUtf8
{
    /// <summary>Above one stray byte in ten the text is in an 8-bit encoding we do not know (ISCII, a font's own), not in UTF-8 with accidents.</summary>
    private const int MostStray = 10;

    private const string Expected = "expected UTF-8, UTF-16 with a byte order mark, or a declared charset";

    /// <summary>Decodes all bytes, without byte order mark; line and reason on failure.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return new(Encoding.UTF8.GetString(bytes));
        var buffer = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            int at = 0, length = 0, stray = 0;
            while (true)
            {
                var status = Utf8.ToUtf16(bytes[at..], buffer.AsSpan(length), out var read, out var written, replaceInvalidSequences: false);
                at += read;
                length += written;
                if (status == OperationStatus.Done) break;
                if (IsBrokenOff(bytes[at..]))
                    return Refuse(bytes, at, "a UTF-8 character breaks off here; expected whole characters (is the file cut short?)");
                if (Windows1252.Character(bytes[at]) is not { } character)
                    return Refuse(bytes, at, $"byte 0x{bytes[at]:X2} is neither UTF-8 nor Windows-1252; {Expected}");
                buffer[length++] = character;
                at++;
                stray++;
            }
            return (long)stray * MostStray > bytes.Length && stray > 1
                ? new(null, null, "too many bytes are not UTF-8; " + Expected)
                : new(new string(buffer, 0, length));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>1-based line of an offset.</summary>
    public static int LineOf(ReadOnlySpan<byte> bytes, int offset) => 1 + bytes[..offset].Count((byte)'\n');

    private static DecodedText Refuse(ReadOnlySpan<byte> bytes, int at, string reason) => new(null, LineOf(bytes, at), reason);

    // A lead byte with some of its continuation bytes, or at the very end. A lead byte before plain text is a Windows-1252 letter: é is 0xE9.
    private static bool IsBrokenOff(ReadOnlySpan<byte> rest) => rest[0] is >= 0xC2 and <= 0xF4 && (rest.Length == 1 || (rest[1] & 0xC0) == 0x80);
}
