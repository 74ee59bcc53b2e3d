using System.Buffers.Binary;
using System.IO.Hashing;
using Lucene.Net.Store;

namespace SearchService.Engine.Indexing;

/// <summary>A file of the index being written: one buffer, and the CRC-32 that Lucene puts at its end taken a buffer at a time.</summary>
internal sealed class ChecksummedOutput : IndexOutput
{
    private readonly FileStream _file;
    private readonly Crc32 _crc = new();
    private readonly byte[] _buffer = new byte[16 << 10];
    private readonly Action _written;
    private long _flushed;
    private int _filled;
    private bool _closed;

    /// <summary>Makes the file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="written">Called when all of it is with the operating system.</param>
    public ChecksummedOutput(string path, Action written)
    {
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        _written = written;
    }

    /// <inheritdoc/>
    public override long Position => _flushed + _filled;

    /// <inheritdoc/>
    public override long Length
    {
        get => Position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override long Checksum
    {
        get
        {
            Flush();
            return _crc.GetCurrentHashAsUInt32();
        }
    }

    /// <inheritdoc/>
    public override void WriteByte(byte b)
    {
        if (_filled == _buffer.Length)
            Flush();
        _buffer[_filled++] = b;
    }

    /// <inheritdoc/>
    public override void WriteBytes(byte[] b, int offset, int length)
    {
        var bytes = b.AsSpan(offset, length);
        if (length > _buffer.Length - _filled)
        {
            Flush();
            if (length >= _buffer.Length)
            {
                Write(bytes);
                return;
            }
        }

        bytes.CopyTo(_buffer.AsSpan(_filled));
        _filled += length;
    }

    /// <inheritdoc/>
    public override void WriteInt32(int i)
    {
        if (_buffer.Length - _filled < sizeof(int))
            Flush();
        BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(_filled), i);
        _filled += sizeof(int);
    }

    /// <inheritdoc/>
    public override void WriteInt64(long i)
    {
        if (_buffer.Length - _filled < sizeof(long))
            Flush();
        BinaryPrimitives.WriteInt64BigEndian(_buffer.AsSpan(_filled), i);
        _filled += sizeof(long);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        var filled = _filled;
        _filled = 0;
        Write(_buffer.AsSpan(0, filled));
    }

    /// <inheritdoc/>
    [Obsolete("Lucene 4.1 has ceased to call it.")]
    public override void Seek(long pos) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_closed || !disposing)
            return;
        _closed = true;
        using (_file)
            Flush();
        _written();
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        _crc.Append(bytes);
        _file.Write(bytes);
        _flushed += bytes.Length;
    }
}
