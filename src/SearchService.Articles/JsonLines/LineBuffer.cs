using System.Buffers;

namespace SearchService.Articles.JsonLines;

/// <summary>
/// Lines of a stream, one at a time, in one pooled buffer that grows to the longest line allowed and no further. The rest of a line that
/// is too long is read and thrown away.
/// </summary>
internal sealed class LineBuffer(Stream stream, int maxLineBytes) : IDisposable
{
    private const int FirstSize = 256 << 10;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _next;
    private int _end;
    private int _lineStart;
    private int _lineEnd;
    private bool _inLongLine;

    /// <summary>The line without its line feed; of a line that is too long, its beginning. Valid until the next line is asked for.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_lineStart, _lineEnd - _lineStart);

    /// <summary>1-based number of the line.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the line is longer than allowed.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Why the stream could not be read on; null while it can.</summary>
    public string? Error { get; private set; }

    /// <summary>Goes to the next line; false at the end of the stream, or where it cannot be read on.</summary>
    public bool MoveNext()
    {
        if (_inLongLine && !SkipLine()) return false;
        var scanned = 0;
        while (true)
        {
            var feed = _buffer.AsSpan(_next + scanned, _end - _next - scanned).IndexOf((byte)'\n');
            if (feed >= 0) return Take(scanned + feed, hasFeed: true);
            scanned = _end - _next;
            if (scanned > maxLineBytes)
            {
                _inLongLine = true;
                return Take(scanned, hasFeed: false);
            }
            if (!Fill()) return Error is null && scanned > 0 && Take(scanned, hasFeed: false);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private bool Take(int length, bool hasFeed)
    {
        Number++;
        IsTooLong = length > maxLineBytes;
        (_lineStart, _lineEnd) = (_next, _next + Math.Min(length, maxLineBytes));
        if (Number == 1 && Current is [0xEF, 0xBB, 0xBF, ..]) _lineStart += 3;
        _next += length + (hasFeed ? 1 : 0);
        return true;
    }

    private bool SkipLine()
    {
        _inLongLine = false;
        while (true)
        {
            var feed = _buffer.AsSpan(_next, _end - _next).IndexOf((byte)'\n');
            _next = feed >= 0 ? _next + feed + 1 : _end;
            if (feed >= 0) return true;
            if (!Fill()) return false;
        }
    }

    private bool Fill()
    {
        _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
        (_next, _end) = (0, _end - _next);
        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        try
        {
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            return read > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Error = e.Message;
            Number++;
            return false;
        }
    }
}
