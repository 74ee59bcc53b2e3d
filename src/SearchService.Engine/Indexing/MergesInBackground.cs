using Lucene.Net.Index;

namespace SearchService.Engine.Indexing;

/// <summary>Merges on a thread of their own. What goes wrong there is kept for the thread that changes the index; thrown there it would end the process.</summary>
internal sealed class MergesInBackground : ConcurrentMergeScheduler
{
    private volatile Exception? _fault;

    /// <summary>The first fault; null while all is well.</summary>
    public Exception? Fault => _fault;

    /// <summary>Whether a merge is under way.</summary>
    public bool AnyUnderWay => MergeThreadCount > 0;

    /// <inheritdoc/>
    protected override void HandleMergeException(Exception exc)
    {
        _fault ??= exc;

        // The writer tries the merge again at once: not in a tight loop.
        Thread.Sleep(250);
    }
}
