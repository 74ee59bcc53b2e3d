using Lucene.Net.Index;
using SearchService.Articles;
using SearchService.Engine.Postings;
using SearchService.Engine.Ranking;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Engine.Indexing;

/// <summary>Lucene's writer: applies changes, many at a time on all cores, opens readers on what was applied, commits. One thread at a time.</summary>
internal sealed class DocumentWriter : IDisposable
{
    private readonly IndexWriter _writer;
    private readonly DocumentMapper _mapper = new();
    private readonly BulkDocuments _bulk;
    private readonly MergesInBackground _merges = new();
    private long _damaged;

    /// <summary>Opens the index in a directory, made if there is none.</summary>
    public DocumentWriter(Directory directory, int bufferMegabytes)
    {
        var settings = new IndexWriterConfig(IndexFields.Lucene, analyzer: null)
        {
            Codec = new ArchiveCodec(),
            Similarity = new ArchiveSimilarity(),
            OpenMode = OpenMode.CREATE_OR_APPEND,
            RAMBufferSizeMB = bufferMegabytes,
            UseCompoundFile = false,
            MergeScheduler = _merges,
            MergePolicy = new TieredMergePolicy { NoCFSRatio = 0 },
        };
        _writer = new IndexWriter(directory, settings);
        _bulk = new(_writer, bufferMegabytes, Read);
    }

    /// <summary>How many stored articles could not be read and so are not in the index.</summary>
    public long Damaged => Interlocked.Read(ref _damaged);

    /// <summary>What went wrong in a merge; null while all is well.</summary>
    public Exception? Fault => _merges.Fault;

    /// <summary>Applies changes; of several for one id the last counts. On return all are applied.</summary>
    public void Apply(IReadOnlyList<IndexChange> changes)
    {
        if (changes.Count == 1)
        {
            Apply(changes[0]);
            return;
        }

        var last = new Dictionary<string, IndexChange>(changes.Count, StringComparer.Ordinal);
        foreach (var change in changes)
            last[change.Id] = last.ContainsKey(change.Id) ? change.Replacing() : change;
        foreach (var change in last.Values)
        {
            if (change.Work != IndexWork.Add)
                Delete(change);
        }

        _bulk.Add([.. last.Values.Where(change => change.Work != IndexWork.Remove)]);
    }

    /// <summary>A reader of all that was applied; null when <paramref name="reader"/> is that already.</summary>
    public DirectoryReader? Reopen(DirectoryReader? reader)
    {
        _bulk.Flush();
        return reader is null
            ? DirectoryReader.Open(_writer, applyAllDeletes: true)
            : DirectoryReader.OpenIfChanged(reader, _writer, applyAllDeletes: true);
    }

    /// <summary>Writes all that was applied to disk, with a stamp.</summary>
    public void Commit(IndexStamp stamp)
    {
        _bulk.Flush();
        _writer.SetCommitData(stamp.ToCommitData());
        _writer.Commit();
    }

    /// <summary>Whether merges are due or under way.</summary>
    public bool IsMerging => _merges.AnyUnderWay || _writer.HasPendingMerges();

    /// <summary>Waits for the merges that are due.</summary>
    public void Settle() => _writer.WaitForMerges();

    /// <summary>Makes one segment of all, while changes go on. Every article is written anew: see docs/BENCHMARKS.md for how long that takes.</summary>
    public void MergeAll() => _writer.ForceMerge(1);

    /// <summary>Drops what was not committed, and closes.</summary>
    public void Abandon()
    {
        try
        {
            Dispose();
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException)
        {
            // The fault that led here is the one that is reported; the last commit is on disk either way.
        }
    }

    /// <summary>Closes. What was not committed is dropped, merges under way are given up.</summary>
    public void Dispose()
    {
        _bulk.Dispose();
        _writer.Rollback();
    }

    private void Apply(IndexChange change)
    {
        if (change.Work == IndexWork.Remove || Read(change) is not { } article)
        {
            Delete(change);
            return;
        }

        if (change.Work != IndexWork.Add)
            Delete(change);
        _writer.AddDocument(_mapper.Map(article, change.Sequence));
    }

    private void Delete(IndexChange change)
    {
        if (_bulk.Holds(change.Id))
            _bulk.Flush();
        _writer.DeleteDocuments(new Term(IndexFields.Id, change.Id));
    }

    private Article? Read(IndexChange change)
    {
        try
        {
            return change.Read();
        }
        catch (InvalidDataException)
        {
            Interlocked.Increment(ref _damaged);
            return null;
        }
    }
}
