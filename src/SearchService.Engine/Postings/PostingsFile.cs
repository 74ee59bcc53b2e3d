using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.Intrinsics.X86;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Engine.Postings;

/// <summary>
/// A file of a segment as bytes in memory: mapped where it lies in a folder, else read whole. Reading outside of it throws; it must not be
/// closed while it is read, which the leases of snapshots see to.
/// </summary>
internal sealed unsafe class PostingsFile : IDisposable
{
    private readonly Directory _directory;
    private readonly string _name;
    private readonly MemoryMappedFile? _mapping;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly byte* _start;
    private readonly long _length;

    private PostingsFile(Directory directory, string name, long begin, long length)
    {
        (_directory, _name, Begin, _length) = (directory, name, begin, length);
        if (Folder(directory) is { } folder)
        {
            _mapping = MemoryMappedFile.CreateFromFile(File.OpenHandle(Path.Combine(folder, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            _view = _mapping.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
            return;
        }

        var bytes = GC.AllocateUninitializedArray<byte>(checked((int)length), pinned: true);
        using var input = directory.OpenInput(name, IOContext.READ_ONCE);
        input.ReadBytes(bytes, 0, bytes.Length);
        Read = bytes;
        _start = (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(bytes));
    }

    /// <summary>First byte after the header.</summary>
    public long Begin { get; }

    private long End => _length - CodecUtil.FooterLength();

    // Keeps the array that a file was read into.
    private byte[]? Read { get; }

    /// <summary>Opens a file and checks its header.</summary>
    public static PostingsFile Open(Directory directory, string name, string codec, int version, IOContext context)
    {
        using var input = directory.OpenInput(name, context);
        CodecUtil.CheckHeader(input, codec, version, version);
        var begin = input.Position;
        CodecUtil.RetrieveChecksum(input);
        return new(directory, name, begin, input.Length);
    }

    /// <summary>The bytes from an offset on: to the end, or 2 GB of them.</summary>
    /// <exception cref="CorruptIndexException">The offset lies outside of the file.</exception>
    public ReadOnlySpan<byte> From(long offset) => (ulong)offset <= (ulong)_length
        ? new(_start + offset, (int)Math.Min(_length - offset, int.MaxValue))
        : throw new CorruptIndexException($"Offset {offset} lies outside of {_name}.");

    /// <summary>Says that bytes will soon be read; where the machine cannot be told, nothing happens.</summary>
    public void Fetch(long offset)
    {
        if (Sse.IsSupported && (ulong)offset < (ulong)_length)
            Sse.Prefetch0(_start + offset);
    }

    /// <summary>Reads numbers from an offset on, as Lucene writes them.</summary>
    public ByteArrayDataInput Input(long offset)
    {
        var bytes = From(offset)[..(int)Math.Min(int.MaxValue, End - offset)].ToArray();
        return new(bytes);
    }

    /// <summary>The number at the end of the file, before the footer: where its table of contents begins.</summary>
    public long Contents() => BinaryPrimitives.ReadInt64BigEndian(From(End - sizeof(long)));

    /// <summary>Compares the file with its checksum.</summary>
    public void CheckIntegrity()
    {
        using var input = _directory.OpenInput(_name, IOContext.READ_ONCE);
        CodecUtil.ChecksumEntireFile(input);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_view is null || _view.SafeMemoryMappedViewHandle.IsClosed)
            return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _mapping!.Dispose();
    }

    private static string? Folder(Directory directory)
    {
        while (directory is FilterDirectory filter)
            directory = filter.Delegate;
        return (directory as FSDirectory)?.Directory.FullName;
    }
}
