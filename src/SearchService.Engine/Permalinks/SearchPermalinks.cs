using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Permalinks;

/// <summary>Makes the marks of searches, and tells what has changed since one was made.</summary>
/// <param name="articles">The archive.</param>
internal sealed class SearchPermalinks(IndexedStore articles)
{
    /// <summary>Most articles and most removed ids listed.</summary>
    public const int MostListed = 100;

    /// <summary>The mark of an answer.</summary>
    public SearchMark Mark(SearchResponse response) => new(response.Generation, Archive, response.Total.Value);

    /// <summary>A search as it is now, and what has changed since a mark.</summary>
    /// <param name="request">The search; its page, facets and cursor do not count.</param>
    /// <param name="then">The mark of the same search at another time; null for none.</param>
    /// <param name="cancellation">Given up between stages.</param>
    public MarkedSearch Compare(SearchRequest request, SearchMark? then, CancellationToken cancellation)
    {
        using var snapshot = articles.Acquire();
        var search = new SearchPipeline(snapshot.Searcher, snapshot.Generation, snapshot.Interpreter).Resolve(request, cancellation);
        var now = new SearchMark(snapshot.Generation, Archive, search.Total);
        if (then is null)
            return new(now, null, search.Warnings);
        if (WhyNot(then, now) is { } untold)
            return new(now, null, [.. search.Warnings, untold]);

        var hits = new NewHits(then.Generation);
        snapshot.Searcher.Search(search.Query, hits);
        cancellation.ThrowIfCancellationRequested();
        var changes = articles.Store.Read(reader =>
        {
            using var moment = reader.OneMoment();
            return Tell(reader, then, now, hits, cancellation);
        });
        return new(now, changes, [.. search.Warnings, .. About(changes)]);
    }

    private string Archive => articles.Store.Identity[..SearchMark.ArchiveDigits];

    private static Warning? WhyNot(SearchMark then, SearchMark now) =>
        then.Archive != now.Archive ? new("other_archive", "The permalink was made on another archive, or on this one before it was indexed anew from its sources; what has changed since cannot be told.")
        : then.Generation > now.Generation ? new("newer_permalink", "The permalink was made on a later state of this archive than the one that is searched; what has changed since cannot be told.")
        : null;

    private static IEnumerable<Warning> About(ResultChanges changes)
    {
        if (changes.Unchanged > changes.FoundThen)
            yield return new("read_otherwise", "More of the unchanged articles are found than were found then: the archive has learnt more readings of the query's words since.");
        if (changes.Added + changes.Changed > MostListed || changes.Removed > MostListed)
            yield return new("changes_cut", $"At most {MostListed} articles are listed of each kind; the counts are whole.");
    }

    private static ResultChanges Tell(StoreReader reader, SearchMark then, SearchMark now, NewHits hits, CancellationToken cancellation)
    {
        var (added, changed, elsewhere, seen) = (0L, 0L, 0L, 0);
        var latest = new Queue<(long Sequence, string Change)>();
        foreach (var (sequence, addedAt) in StoredChanges.Rows(reader, then.Generation, now.Generation))
        {
            if ((++seen & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var isNew = addedAt > then.Generation;
            if (!hits.Newer.Contains(sequence))
            {
                elsewhere += isNew ? 0 : 1;
                continue;
            }

            (added, changed) = isNew ? (added + 1, changed) : (added, changed + 1);
            latest.Enqueue((sequence, isNew ? "added" : "changed"));
            if (latest.Count > MostListed)
                latest.Dequeue();
        }

        // What was found, and has been replaced or removed since the snapshot, has no row of its number any more.
        changed += hits.Newer.Count - added - changed;
        var (removed, ids) = StoredChanges.Removed(reader, then.Generation, now.Generation, MostListed);
        return new()
        {
            Generation = then.Generation,
            FoundThen = then.Found,
            FoundNow = now.Found,
            Unchanged = hits.Older,
            Added = added,
            Changed = changed,
            Lost = Math.Max(0, then.Found - hits.Older),
            ChangedElsewhere = elsewhere,
            Removed = removed,
            Articles = [.. latest.Reverse().Select(one => Hit(reader.Find(one.Sequence)!, one.Change))],
            RemovedIds = ids,
        };
    }

    private static ChangedHit Hit(StoredArticle row, string change)
    {
        Article article = row.Payload.Read();
        return new(article.Id, change, article.Headline, article.WebTitle, article.PublishedAt ?? article.UpdatedAt);
    }
}
