namespace SearchService.Articles.Decoding;

/// <summary>The part of Windows-1252 that is not Latin-1: bytes 0x80 to 0x9F, where its curly quotes and dashes are.</summary>
internal static class Windows1252
{
    // Five bytes have no character: 81, 8D, 8F, 90, 9D.
    private const string High = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    /// <summary>The character of one byte; null for the five bytes that have none.</summary>
    public static char? Character(byte value) => value is < 0x80 or > 0x9F ? (char)value : High[value - 0x80] is var c and not '\0' ? c : null;
}
