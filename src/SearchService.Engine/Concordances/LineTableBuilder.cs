using System.Runtime.InteropServices;
using SearchService.Articles;
using SearchService.Engine.Postings;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Concordances;

/// <summary>Puts the lines of a concordance in order.</summary>
/// <param name="searcher">The snapshot.</param>
/// <param name="words">The words of the archive.</param>
/// <param name="find">Reads the article that a change wrote; null when it has been replaced or removed since.</param>
/// <param name="walk">Whether the words around lines are found in the index and not in the texts; null for what is faster.</param>
internal sealed class LineTableBuilder(ArchiveSearcher searcher, HashedWords words, Func<long, Article?> find, bool? walk = null)
{
    /// <summary>Most lines that are sorted by the words around them; more are listed by date, with a warning.</summary>
    public const int MostSorted = 2_000_000;

    /// <summary>Finds and orders the lines.</summary>
    /// <param name="bound">What is looked for.</param>
    /// <param name="sort">The order; another where there are more lines than can be sorted so.</param>
    /// <param name="newest">Articles written after this change are left out.</param>
    /// <param name="cancellation">Ends it between two articles.</param>
    public LineTable Build(BoundRequest bound, ConcordanceSort sort, long newest, CancellationToken cancellation)
    {
        var byDate = sort is ConcordanceSort.Newest or ConcordanceSort.Oldest;
        var found = new PlaceCollector(bound.Clause, newest, byDate ? 0 : MostSorted, cancellation);
        using (var search = new TopKSearch(searcher, bound.Clause))
            search.ForEachSegment(found.Collect);
        var order = Order(found.Articles, oldestFirst: sort == ConcordanceSort.Oldest);
        return byDate || !found.HasPlaces ? ByDate(found.Articles, order, byDate ? sort : ConcordanceSort.Newest) : ByWords(found, order, sort, cancellation);
    }

    /// <summary>The articles by date, undated ones last, and among those of one time as the archive has them.</summary>
    private static int[] Order(List<PlacedArticle> articles, bool oldestFirst)
    {
        var order = new int[articles.Count];
        var keys = new UInt128[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            // A number without a sign that orders as the time does.
            var time = articles[i].Time is { } known ? (ulong)known ^ (1UL << 63) : oldestFirst ? ulong.MaxValue : 0;
            (order[i], keys[i]) = (i, new(oldestFirst ? time : ~time, (ulong)articles[i].Sequence));
        }

        keys.AsSpan().Sort(order.AsSpan());
        return order;
    }

    private static ArticleOrder ByDate(List<PlacedArticle> articles, int[] order, ConcordanceSort sort)
    {
        var ends = new long[order.Length];
        var lines = 0L;
        for (var i = 0; i < ends.Length; i++)
            ends[i] = lines += articles[order[i]].Count;
        return new(sort, Array.ConvertAll(order, article => articles[article].Document), ends);
    }

    private WordOrder ByWords(PlaceCollector found, int[] byDate, ConcordanceSort sort, CancellationToken cancellation)
    {
        var neighbours = new NeighbourWords(sort, found.Places.Count);
        var keys = new LineKey[found.Places.Count];
        var order = new int[keys.Length];
        var next = 0;
        foreach (var number in byDate)
        {
            var article = found.Articles[number];
            for (var i = 0; i < article.Count; i++)
            {
                keys[(int)article.First + i] = new(article.Document, i);
                order[next++] = (int)article.First + i;
            }
        }

        if (walk ?? NeighbourWalk.Pays(found.Articles.Count, searcher.IndexReader.MaxDoc))
            Walk(found.Places, keys, neighbours, cancellation);
        else
            ReadTexts(found, neighbours, cancellation);
        neighbours.Sort(order);
        return new(sort, found.Articles.Count, Array.ConvertAll(order, line => keys[line]));
    }

    private void ReadTexts(PlaceCollector found, NeighbourWords neighbours, CancellationToken cancellation)
    {
        var reader = new FieldWords();
        foreach (var article in found.Articles)
        {
            cancellation.ThrowIfCancellationRequested();
            // Of an article that is gone nothing will be shown; its lines stand first.
            if (find(article.Sequence) is not { } read)
                continue;
            var places = CollectionsMarshal.AsSpan(found.Places).Slice((int)article.First, article.Count);
            for (var field = 0; field < ScoredField.All.Length; field++)
            {
                var (from, count) = Of(places, field);
                if (count > 0)
                    neighbours.Read(LineReader.TextOf(read, field), places.Slice(from, count), (int)article.First + from, reader);
            }
        }
    }

    /// <summary>As <see cref="ReadTexts"/>, from the index.</summary>
    private void Walk(List<Place> places, LineKey[] keys, NeighbourWords neighbours, CancellationToken cancellation)
    {
        var wanted = searcher.Segments.Select(segment => Array.ConvertAll(ScoredField.All, field =>
            new WantedWords(segment.Fields.Files, segment.Reader.FieldInfos.FieldInfo(field.Name)?.Number ?? -1, segment.Documents))).ToArray();
        // The lines are numbered in the order of their documents, and so of segments.
        var line = 0;
        foreach (var segment in searcher.Segments)
        {
            var start = segment.Context.DocBase;
            for (; line < keys.Length && keys[line].Document < start + segment.Documents; line++)
            {
                for (var number = 0; number < neighbours.Compared; number++)
                {
                    if (neighbours.Wanted(places[line], line, number) is { Word: >= 0 } one)
                        wanted[segment.Number][places[line].Field].Add(keys[line].Document - start, one.Word, one.Slot);
                }
            }
        }

        Array.ForEach(wanted, fields => Array.ForEach(fields, field => field.Close()));
        WordSweep.Over([.. searcher.Segments.Select(segment => segment.Fields.Files)], () => new NeighbourWalk(wanted, words, neighbours), cancellation);
    }

    // The occurrences of an article stand field by field.
    private static (int From, int Count) Of(ReadOnlySpan<Place> places, int field)
    {
        var from = 0;
        while (from < places.Length && places[from].Field < field)
            from++;
        var to = from;
        while (to < places.Length && places[to].Field == field)
            to++;
        return (from, to - from);
    }
}
