namespace SearchService.Engine.Storage;

/// <summary>Names of what is in an archive's folder.</summary>
/// <param name="Folder">The archive's folder.</param>
internal sealed record ArchivePaths(string Folder)
{
    /// <summary>The SQLite file: the truth.</summary>
    public string Store => Path.Combine(Folder, "archive.db");

    /// <summary>The Lucene index: derived from the store.</summary>
    public string Index => Path.Combine(Folder, "index");

    /// <summary>An index being made; it becomes <see cref="Index"/> when it is complete.</summary>
    public string NewIndex => Path.Combine(Folder, "index.new");

    /// <summary>The former index, for the moment between two renames.</summary>
    public string OldIndex => Path.Combine(Folder, "index.old");

    /// <summary>What the archive's own titles and headlines have taught: derived from the store.</summary>
    public string Learnt => Path.Combine(Folder, "learnt.tsv");

    /// <summary>Refusals of indexing runs, one JSON object a line.</summary>
    public string Refusals => Path.Combine(Folder, "refusals.jsonl");

    /// <summary>Locked by the one process that may write.</summary>
    public string Lock => Path.Combine(Folder, "archive.lock");

    /// <summary>Makes the folder if it is missing.</summary>
    /// <exception cref="ArchiveException"><c>archive_unwritable</c>, <c>disk_full</c>.</exception>
    public void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(Folder);
        }
        catch (IOException fault) when (!StorageFaults.TryExplain(fault, Folder, out _))
        {
            throw StorageFaults.Unwritable(Folder, fault);
        }
    }

    /// <summary>Who holds <see cref="Lock"/>, as text; left behind by a process that was killed.</summary>
    public string LockOwner => Path.Combine(Folder, "archive.owner");
}
