namespace SearchService.Articles.Decoding;

/// <summary>Tells content that is no text at all by its first bytes.</summary>
internal static class BinaryContent
{
    /// <summary>More than one control byte in fifty is not text; a page with a few stray ones still is.</summary>
    private const int TextPerControl = 50;

    private static readonly (byte[] Start, string Name)[] Signatures =
    [
        ([.. "%PDF-"u8], "a PDF document"), ([.. "PK\u0003\u0004"u8], "a ZIP archive or office document"), ([0x1F, 0x8B], "gzip data"),
        ([0x89, .. "PNG"u8], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"), ([.. "GIF8"u8], "a GIF image"), ([.. "RIFF"u8], "a RIFF media file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"), ([.. "SQLite format 3"u8], "a SQLite database"), ([0x7F, .. "ELF"u8], "a program"),
        ([.. "BZh"u8], "bzip2 data"), ([0xFD, .. "7zXZ"u8], "xz data"), ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard data"),
    ];

    /// <summary>What the content is, in words, or null when it may be text.</summary>
    /// <param name="head">First bytes, without a byte order mark.</param>
    public static string? Name(ReadOnlySpan<byte> head)
    {
        foreach (var (start, name) in Signatures)
        {
            if (head.StartsWith(start)) return name;
        }
        var controls = 0;
        foreach (var b in head)
        {
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D)) controls++;
        }
        return controls * TextPerControl > head.Length ? "binary data" : null;
    }
}
