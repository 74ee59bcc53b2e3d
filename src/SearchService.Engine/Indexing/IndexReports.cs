namespace SearchService.Engine.Indexing;

/// <summary>What one run of indexing did.</summary>
/// <param name="Read">Articles and refusals met.</param>
/// <param name="Added">Articles new to the archive.</param>
/// <param name="Updated">Articles whose content had changed.</param>
/// <param name="Unchanged">Articles the archive already held as they are.</param>
/// <param name="Refused">Sources that could not be read; each is in the refusals file with its reason.</param>
/// <param name="Seconds">Wall time until everything was durable and searchable.</param>
/// <param name="MergeSeconds">Wall time after that in which segments were merged, so that a search has few to look into; 0 where there was no need.</param>
public sealed record IndexReport(long Read, long Added, long Updated, long Unchanged, long Refused, double Seconds, double MergeSeconds = 0);

/// <summary>Progress of a long run.</summary>
/// <param name="Stage">What is being done, for people: Reading, Replaying, Checking, Rebuilding.</param>
/// <param name="Done">Articles done.</param>
/// <param name="Of">Articles in all, where known.</param>
/// <param name="Refused">Refusals so far.</param>
public sealed record ArchiveProgress(string Stage, long Done, long? Of = null, long Refused = 0);

/// <summary>What happened to one article.</summary>
public enum ArticleChange
{
    /// <summary>It was new.</summary>
    Added,

    /// <summary>It replaced an article of the same id with other content.</summary>
    Updated,

    /// <summary>The archive held it already, byte for byte.</summary>
    Unchanged,
}

/// <summary>What a check of the archive found.</summary>
/// <param name="Articles">Articles in the store.</param>
/// <param name="Generation">Sequence number of the last change in the store.</param>
/// <param name="IndexedGeneration">Sequence number of the last change in the committed index; smaller only until the next replay.</param>
/// <param name="Problems">One sentence for each thing that is wrong; empty when the archive is clean.</param>
public sealed record VerifyReport(long Articles, long Generation, long IndexedGeneration, IReadOnlyList<string> Problems)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool Clean => Problems.Count == 0;
}

/// <summary>The archive at a glance.</summary>
/// <param name="Articles">Articles held.</param>
/// <param name="Generation">Sequence number of the last change that searches see.</param>
/// <param name="Words">Distinct words known.</param>
/// <param name="Learnt">Which edition of the learnt lexicon words are read by; 0 for none.</param>
/// <param name="Recovered">What opening had to mend (replayed, rebuilt), for people; null when nothing.</param>
public sealed record ArchiveStatus(long Articles, long Generation, int Words, long Learnt, string? Recovered);
