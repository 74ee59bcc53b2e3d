using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.Timelines;

/// <summary>What counts are shares of: all articles, or all words, by day. Those of the whole archive are kept as long as their snapshot.</summary>
internal sealed class ArchiveTotals
{
    private readonly ConditionalWeakTable<IndexReader, ConcurrentDictionary<TextFields, DayCounts>> _known = [];

    /// <summary>The articles, or words, of each day.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="request">Has the filters, where only what they let through is counted.</param>
    /// <param name="shareOf">Whether they are looked at.</param>
    /// <param name="words">The fields whose words are counted; articles when null.</param>
    public DayCounts Of(IndexSnapshot snapshot, SearchRequest request, ShareOf shareOf, TextFields? words = null)
    {
        var searcher = snapshot.Searcher;
        if (shareOf == ShareOf.Filters && request.Filters.Count > 0)
            return Count(searcher, new ClauseQueries(searcher.Statistics).Of(request.Narrowed(new BagClause([], [], [], [], []))), words);
        return _known.GetOrCreateValue(searcher.IndexReader)
            // No field stands for articles; a query without a word is compared with no words.
            .GetOrAdd(words ?? (TextFields)(-1), _ => Count(searcher, new MatchAllDocsQuery(), words));
    }

    private static DayCounts Count(IndexSearcher searcher, Query query, TextFields? words)
    {
        var collector = new DayCollector(words is { } fields ? segment => Words(segment, fields) : null);
        searcher.Search(query, collector);
        return collector.Counts;
    }

    private static Func<int, long> Words(AtomicReaderContext segment, TextFields fields)
    {
        var lengths = ScoredField.All.Select((field, number) => (field.Flag, number))
            .Where(field => fields.HasFlag(field.Flag))
            .Select(field => WordLengths.Of(segment.AtomicReader, field.number))
            .ToArray();
        return doc => lengths.Sum(length => (long)length[doc]);
    }
}
