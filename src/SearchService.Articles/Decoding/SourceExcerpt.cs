using System.Text;

namespace SearchService.Articles.Decoding;

/// <summary>What a refusal keeps of its source: at most 64 KiB of it, as text that can be stored anywhere.</summary>
internal static class SourceExcerpt
{
    /// <summary>Most bytes kept, in UTF-8.</summary>
    public const int MaxBytes = 64 << 10;

    /// <summary>The first bytes as text; bytes that are no UTF-8 (or UTF-16 with its mark) become U+FFFD.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var (encoding, mark) = PageDecoder.ByteOrderMark(bytes);
        var lenient = Encoding.GetEncoding(encoding?.CodePage ?? Encoding.UTF8.CodePage);
        return Of(lenient.GetString(bytes[mark..Math.Min(bytes.Length, MaxBytes + mark)]));
    }

    /// <summary>The first part of a text, cut between characters.</summary>
    public static string Of(string text)
    {
        int at = 0, bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxBytes) break;
            at += rune.Utf16SequenceLength;
        }
        return at == text.Length ? text : text[..at];
    }
}
