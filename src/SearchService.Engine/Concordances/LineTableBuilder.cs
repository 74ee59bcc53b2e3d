using System.Runtime.InteropServices;
using Lucene.Net.Search;
using SearchService.Articles;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.Concordances;

/// <summary>Puts the lines of a concordance in order.</summary>
/// <param name="searcher">The snapshot.</param>
/// <param name="find">Reads the article that a change wrote; null when it has been replaced or removed since.</param>
internal sealed class LineTableBuilder(IndexSearcher searcher, Func<long, Article?> find)
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
        searcher.Search(bound.Query, found);
        var articles = found.Articles;
        articles.Sort((one, other) => Compare(one, other, sort == ConcordanceSort.Oldest));
        return byDate || !found.HasPlaces ? ByDate(articles, byDate ? sort : ConcordanceSort.Newest) : ByWords(found, sort, cancellation);
    }

    private static int Compare(PlacedArticle one, PlacedArticle other, bool oldestFirst)
    {
        var (a, b) = oldestFirst ? (one.Time ?? long.MaxValue, other.Time ?? long.MaxValue) : (other.Time ?? long.MinValue, one.Time ?? long.MinValue);
        return a != b ? a.CompareTo(b) : one.Sequence.CompareTo(other.Sequence);
    }

    private static ArticleOrder ByDate(List<PlacedArticle> articles, ConcordanceSort sort)
    {
        var ends = new long[articles.Count];
        var lines = 0L;
        for (var i = 0; i < ends.Length; i++)
            ends[i] = lines += articles[i].Count;
        return new(sort, [.. articles.Select(article => article.Document)], ends);
    }

    private WordOrder ByWords(PlaceCollector found, ConcordanceSort sort, CancellationToken cancellation)
    {
        var words = new NeighbourWords(sort, found.Places.Count);
        var reader = new FieldWords();
        var keys = new LineKey[found.Places.Count];
        var order = new int[keys.Length];
        var next = 0;
        foreach (var article in found.Articles)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = (int)article.First;
            var places = CollectionsMarshal.AsSpan(found.Places).Slice(first, article.Count);
            for (var i = 0; i < article.Count; i++)
            {
                keys[first + i] = new(article.Document, i);
                order[next++] = first + i;
            }

            // Of an article that is gone nothing will be shown; its lines stand first.
            if (find(article.Sequence) is not { } read)
                continue;
            for (var field = 0; field < ScoredField.All.Length; field++)
            {
                var (from, count) = Of(places, field);
                if (count > 0)
                    words.Read(LineReader.TextOf(read, field), places.Slice(from, count), first + from, reader);
            }
        }

        words.Sort(order);
        return new(sort, found.Articles.Count, Array.ConvertAll(order, line => keys[line]));
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
