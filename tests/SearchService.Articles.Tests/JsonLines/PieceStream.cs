namespace SearchService.Articles.Tests.JsonLines;

/// <summary>Delivers bytes in pieces, then filler letters, then the end or an error: what pipes and failing disks do.</summary>
internal sealed class PieceStream(byte[] bytes, int piece, long filler = 0, bool breaks = false) : Stream
{
    private int _position;
    private long _filled;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var length = Math.Min(count, Math.Min(piece, bytes.Length - _position));
        if (length > 0)
        {
            bytes.AsSpan(_position, length).CopyTo(buffer.AsSpan(offset));
            _position += length;
            return length;
        }
        length = (int)Math.Min(Math.Min(count, piece), filler - _filled);
        buffer.AsSpan(offset, length).Fill((byte)'x');
        _filled += length;
        return length == 0 && breaks ? throw new IOException("The disk is gone.") : length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
