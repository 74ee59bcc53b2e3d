using System.Security.Cryptography;

namespace SearchService.Engine.Backup;

/// <summary>Files copied and summed in one pass.</summary>
internal static class CheckedCopy
{
    private const int Buffer = 1 << 20;

    /// <summary>Copies a file, at most as long as it was when the copy began; the copy is on the disk on return.</summary>
    /// <returns>What was copied.</returns>
    public static SnapshotFile Of(string source, string target, Action<long>? copied, CancellationToken cancellation)
    {
        using var output = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var file = Read(source, output, copied, cancellation);
        output.Flush(flushToDisk: true);
        return file;
    }

    /// <summary>Sums a file.</summary>
    public static SnapshotFile Sum(string source, Action<long>? summed, CancellationToken cancellation) => Read(source, Stream.Null, summed, cancellation);

    /// <summary>Sees to it that what was written to a file by others is on the disk.</summary>
    public static void Force(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        stream.Flush(flushToDisk: true);
    }

    private static SnapshotFile Read(string source, Stream output, Action<long>? done, CancellationToken cancellation)
    {
        using var input = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Buffer];
        var (length, at) = (input.Length, 0L);
        while (at < length && input.Read(buffer, 0, (int)Math.Min(buffer.Length, length - at)) is > 0 and var read)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
            output.Write(buffer, 0, read);
            at += read;
            done?.Invoke(at);
        }

        return new(Path.GetFileName(source), at, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
