using Lucene.Net.Index;
using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Concordances;

/// <summary>Reads the texts of lines.</summary>
/// <param name="searcher">The snapshot.</param>
/// <param name="clause">What is looked for.</param>
/// <param name="context">Words on either side.</param>
/// <param name="find">Reads the article that a change wrote; null when it has been replaced or removed since.</param>
internal sealed class LineReader(ArchiveSearcher searcher, Clause clause, int context, Func<long, Article?> find)
{
    private readonly FieldWords _words = new();
    private (int Document, int Field) _read = (-1, -1);

    /// <summary>How many lines were left out because their article has been replaced or removed since.</summary>
    public int Gone { get; private set; }

    /// <summary>The text of a field by its number.</summary>
    public static string TextOf(Article article, int field) => ScoredField.All[field].Flag switch
    {
        TextFields.Headline => article.Headline,
        TextFields.WebTitle => article.WebTitle,
        _ => article.Body,
    };

    /// <summary>The lines of some keys, in their order.</summary>
    public IEnumerable<ConcordanceLine> Read(List<LineKey> keys)
    {
        var places = Places(keys);
        var articles = new Dictionary<int, Article?>();
        foreach (var key in keys)
        {
            if (!articles.TryGetValue(key.Document, out var article))
                articles[key.Document] = article = find(places[key.Document].Sequence);
            if (article is null)
                Gone++;
            else
                yield return Line(key.Document, article, places[key.Document].Places[key.Occurrence]);
        }
    }

    private ConcordanceLine Line(int document, Article article, Place place)
    {
        if (_read != (document, place.Field))
        {
            _words.Read(TextOf(article, place.Field));
            _read = (document, place.Field);
        }

        var (start, end) = (_words.StartOf(place.Start), _words.EndOf(place.End));
        return new(
            article.Id,
            article.PublishedAt ?? article.UpdatedAt,
            ScoredField.All[place.Field].Name,
            start,
            end - start,
            _words.Before(place.Start, context),
            _words.Plain(start, end),
            _words.After(place.End, context),
            article.Headline,
            article.Url);
    }

    /// <summary>The occurrences in the documents of some keys, read again from the index: forward only, segment by segment.</summary>
    private Dictionary<int, (long Sequence, Place[] Places)> Places(List<LineKey> keys)
    {
        var found = new Dictionary<int, (long, Place[])>();
        SnapshotSegment? at = null;
        SegmentPlaces? places = null;
        NumericDocValues? sequences = null;
        foreach (var document in keys.Select(key => key.Document).Distinct().Order())
        {
            if (at is null || document >= at.Context.DocBase + at.Documents)
            {
                at = searcher.Segments.First(segment => document < segment.Context.DocBase + segment.Documents);
                (places, sequences) = (new(clause, at), at.Reader.GetNumericDocValues(IndexFields.Sequence));
            }

            var number = document - at.Context.DocBase;
            found[document] = (sequences!.Get(number), [.. places!.In(number)]);
        }

        return found;
    }
}
