namespace SearchService.Articles.Decoding;

/// <summary>A stream whose first bytes can be looked at before they are read; works on pipes. Does not own the stream behind it.</summary>
internal sealed class HeadedStream(Stream inner, int headSize) : ForwardStream
{
    private readonly byte[] _head = new byte[headSize];
    private int _filled;
    private int _position;

    /// <summary>The first bytes: fewer than asked for only if the stream has no more.</summary>
    public ReadOnlySpan<byte> Head
    {
        get
        {
            if (_filled == 0) _filled = inner.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
            return _head.AsSpan(0, _filled);
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= _filled) return inner.Read(buffer);
        var count = Math.Min(buffer.Length, _filled - _position);
        _head.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
