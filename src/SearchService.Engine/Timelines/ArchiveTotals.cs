using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.Stories;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Timelines;

/// <summary>What counts are shares of: all articles, words or stories, by day. Those of the whole archive are kept as long as their snapshot.</summary>
internal sealed class ArchiveTotals
{
    private static readonly BagClause Everything = new([], [], [], [], []);

    private readonly ConditionalWeakTable<IndexReader, ConcurrentDictionary<TextFields, DayCounts>> _known = [];
    private readonly ConditionalWeakTable<IndexReader, StoryDays> _stories = [];

    /// <summary>The articles, or words, of each day.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="request">Has the filters, where only what they let through is counted.</param>
    /// <param name="shareOf">Whether they are looked at.</param>
    /// <param name="words">The fields whose words are counted; articles when null.</param>
    public DayCounts Of(IndexSnapshot snapshot, SearchRequest request, ShareOf shareOf, TextFields? words = null)
    {
        var searcher = snapshot.Searcher;
        if (shareOf == ShareOf.Filters && request.Filters.Count > 0)
            return Count(searcher, request.Narrowed(Everything), words);
        return _known.GetOrCreateValue(searcher.IndexReader)
            // No field stands for articles; a query without a word is compared with no words.
            .GetOrAdd(words ?? (TextFields)(-1), _ => Count(searcher, Everything, words));
    }

    /// <summary>The stories of each day, by their first copies; where only some days are asked for, by those of these days.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="request">Has the filters, where only what they let through is counted.</param>
    /// <param name="shareOf">Whether they are looked at.</param>
    /// <param name="dates">The days asked for, by parameters or in the query.</param>
    /// <param name="stories">The stories of the snapshot.</param>
    public StoryDays Stories(IndexSnapshot snapshot, SearchRequest request, ShareOf shareOf, DateSpan dates, SnapshotStories stories)
    {
        var searcher = snapshot.Searcher;
        var filtered = shareOf == ShareOf.Filters && request.Filters.Count > 0;
        if (!filtered && dates.IsAlways)
            return _stories.GetValue(searcher.IndexReader, _ => Count(Everything));
        Clause[] days = dates.IsAlways ? [] : [new DateClause(dates)];
        var all = Everything with { Filters = days };
        return Count(filtered ? request.Narrowed(all) : all);

        StoryDays Count(Clause clause) => new StoryDays(stories).Over(searcher, clause);
    }

    private static DayCounts Count(ArchiveSearcher searcher, Clause clause, TextFields? words) =>
        new DayCollector(words is { } fields ? (segment, _) => Words(segment.Reader, fields) : null).Over(searcher, clause).Counts;

    private static Func<int, long> Words(AtomicReader segment, TextFields fields)
    {
        var lengths = ScoredField.All.Select((field, number) => (field.Flag, number))
            .Where(field => fields.HasFlag(field.Flag))
            .Select(field => WordLengths.Of(segment, field.number))
            .ToArray();
        return doc => lengths.Sum(length => (long)length[doc]);
    }
}
