namespace SearchService.Articles.Decoding;

/// <summary>Reads a page whole, but never more of it than the limit.</summary>
internal static class WholePage
{
    private const int FirstSize = 64 << 10;

    /// <summary>All bytes; null when there are more than the limit (then reading stops there).</summary>
    public static ArraySegment<byte>? Read(Stream stream, int maxBytes)
    {
        var buffer = new byte[(int)Math.Min(FirstSize, maxBytes + 1L)];
        var length = 0;
        while (true)
        {
            var read = stream.Read(buffer, length, buffer.Length - length);
            length += read;
            if (length > maxBytes) return null;
            if (read == 0) return new ArraySegment<byte>(buffer, 0, length);
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, maxBytes + 1L));
        }
    }
}
