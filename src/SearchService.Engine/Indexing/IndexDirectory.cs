using Lucene.Net.Store;
using SearchService.Engine.Postings;

namespace SearchService.Engine.Indexing;

/// <summary>
/// The index's folder: memory-mapped for reading, written through <see cref="ChecksummedOutput"/>. A file counts as written, and so is
/// forced to disk by the next commit, only once its last byte is with the operating system; Lucene.Net's own output says so a little
/// earlier, and a commit at that moment could miss the end of a file. The archive's lock stands for Lucene's.
/// </summary>
internal sealed class IndexDirectory(string folder) : MMapDirectory(new DirectoryInfo(folder), NoLockFactory.GetNoLockFactory())
{
    // Whatever opens an index comes by here first.
    static IndexDirectory() => ArchiveCodec.Register();

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        EnsureOpen();
        EnsureCanWrite(name);
        return new ChecksummedOutput(Path.Combine(folder, name), () => Written(name));
    }

    private void Written(string name)
    {
        lock (m_syncLock)
            m_staleFiles.Add(name);
    }
}
