namespace SearchService.Articles.Paths;

/// <summary>Tells how many bytes have been read, after each read.</summary>
/// <param name="inner">The stream read; disposed with this one.</param>
/// <param name="count">Called with the bytes of each read.</param>
internal sealed class CountingStream(Stream inner, Action<int> count) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        count(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
