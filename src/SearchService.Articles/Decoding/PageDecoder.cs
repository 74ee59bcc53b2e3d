using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SearchService.Articles.Decoding;

/// <summary>Bytes of a whole page to text: byte order marks, the charset an HTML page declares, UTF-8 with strays.</summary>
internal static class PageDecoder
{
    /// <summary>HTML asks for the charset in the first 1024 bytes; pages with long scripts put it later.</summary>
    private const int CharsetWindow = 8192;

    private static readonly SearchValues<byte> NotAscii = SearchValues.Create([.. Enumerable.Range(0x80, 0x80).Select(b => (byte)b)]);
    private static readonly SearchValues<char> NotInLabel = SearchValues.Create("\"'<>;/ \t\r\n?");

    /// <summary>The encoding a byte order mark announces and the mark's length; null and 0 without one.</summary>
    public static (Encoding? Encoding, int MarkLength) ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true), 4),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), 2),
        _ => (null, 0),
    };

    /// <summary>Decodes a page.</summary>
    /// <param name="bytes">The whole page.</param>
    /// <param name="html">Whether a declared charset counts.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, bool html)
    {
        var (encoding, mark) = ByteOrderMark(bytes);
        bytes = bytes[mark..];
        if (encoding is UTF8Encoding) return LenientUtf8.Decode(bytes);
        if (encoding is not null) return Strict(bytes, encoding);
        // Text that is valid UTF-8 beyond ASCII is UTF-8, whatever it says of itself: no other encoding of news text looks like it.
        if (html && DeclaredCharset(bytes) is { } declared && !(Utf8.IsValid(bytes) && bytes.ContainsAny(NotAscii))) return Strict(bytes, declared);
        return LenientUtf8.Decode(bytes);
    }

    private static DecodedText Strict(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return new(encoding.GetString(bytes));
        }
        catch (DecoderFallbackException e)
        {
            return new(null, null, $"not valid {encoding.WebName} near byte {Math.Max(0, e.Index)}; expected whole characters (is the file cut short?)");
        }
    }

    // <meta charset="x">, <meta http-equiv content="text/html; charset=x">, <?xml encoding="x"?>; null for UTF-8 and unknown names.
    private static Encoding? DeclaredCharset(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, CharsetWindow)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 && head.TrimStart().StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            at = head.IndexOf("encoding=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var label = head.AsSpan(head.IndexOf('=', at) + 1).TrimStart("\"' ");
        var end = label.IndexOfAny(NotInLabel);
        if (end > 0) label = label[..end];
        // UTF-16 cannot be what these ASCII bytes are written in; HTML reads such a label as UTF-8.
        if (label.StartsWith("utf", StringComparison.OrdinalIgnoreCase)) return null;
        return KnownEncoding(label.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) ? "windows-1252" : label.ToString());
    }

    private static Encoding? KnownEncoding(string label)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(label, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
