using System.Diagnostics;
using System.Globalization;
using SearchService.Articles;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.TopK;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Results;

/// <summary>
/// A search on one snapshot, stage by stage: concepts, the best articles, a count of all matches, and only the articles of the
/// page read and marked. No stage looks back.
/// </summary>
/// <param name="searcher">The snapshot.</param>
/// <param name="generation">Its generation.</param>
/// <param name="interpreter">Reads words with those of the archive.</param>
internal sealed class SearchPipeline(ArchiveSearcher searcher, long generation, Interpreter interpreter)
{
    private readonly FieldStatistics _statistics = searcher.Statistics;

    /// <summary>Answers a request.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="fetch">Reads an article by sequence number, or by id when it has been replaced since; null when it is gone.</param>
    /// <param name="cancellation">Given up between stages.</param>
    public SearchResponse Answer(SearchRequest request, Func<long, string, Article?> fetch, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var binder = new QueryBinder(searcher, _statistics, interpreter, request.Readings);
        var clause = binder.Bind(request.Query);
        var warnings = new List<Warning>([.. request.Warnings, .. binder.Warnings]);

        var facets = new FacetCounter(request.Facets);
        var skipped = request.After is null ? (request.Page - 1) * request.PageSize : 0;
        var best = new TopArticles(skipped + request.PageSize + 1);
        cancellation.ThrowIfCancellationRequested();
        using var search = new TopKSearch(searcher, request.Narrowed(clause));
        if (request.Sort == SearchSort.Relevance)
            search.Find(best, request.After);
        var total = MatchPass.Over(search, request, best, request.Facets.Count > 0 ? facets : null);
        cancellation.ThrowIfCancellationRequested();

        var ranked = best.Sorted();
        var page = ranked.Skip(skipped).Take(request.PageSize).ToArray();
        var (counts, cut) = facets.Results();
        if (cut)
            warnings.Add(new("facet_capped", $"Facets list their {FacetCounter.MostValues} most frequent values."));
        var hits = Hits(page, clause, fetch, warnings);
        return new()
        {
            Query = new(request.Text, [.. binder.Readings.DistinctBy(reading => reading.Word).Select(Interpreted)]),
            Total = new(total, "eq"),
            Page = request.After?.Page ?? request.Page,
            PageSize = request.PageSize,
            NextCursor = ranked.Length > skipped + request.PageSize ? Next(request, page[^1]).ToString() : null,
            TookMs = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 3),
            Generation = generation,
            Hits = hits,
            Facets = counts,
            Warnings = warnings,
        };
    }

    /// <summary>The readings of a query's words.</summary>
    public IReadOnlyList<Interpretation> Interpret(QueryNode query)
    {
        var binder = new QueryBinder(searcher, _statistics, interpreter);
        binder.Bind(query);
        return [.. binder.Readings.DistinctBy(reading => reading.Word).Select(Interpreted)];
    }

    /// <summary>Marks a whole article.</summary>
    public List<Highlight> Mark(Article article, SearchRequest request)
        => new Highlighter(new QueryBinder(searcher, _statistics, interpreter, request.Readings).Bind(request.Query)).Whole(article);

    private static Interpretation Interpreted(BoundConcept concept)
        => new(concept.Word, [.. concept.Forms.Select(form =>
            new InterpretedForm(form.Text, Math.Round(form.Weight, 3), form.Reason.ToString().ToLowerInvariant(), form.Articles))]);

    private Cursor Next(SearchRequest request, RankedArticle last)
        => new(
            Cursor.Fingerprint(request.Canonical),
            request.After?.Generation ?? generation,
            (request.After?.Page ?? request.Page) + 1,
            last.Key,
            last.Sequence);

    private List<Hit> Hits(RankedArticle[] page, Clause clause, Func<long, string, Article?> fetch, List<Warning> warnings)
    {
        var highlighter = new Highlighter(clause);
        var hits = new List<Hit>(page.Length);
        foreach (var ranked in page)
        {
            var id = searcher.Doc(ranked.Document).Get(IndexFields.Id, CultureInfo.InvariantCulture);
            if (fetch(ranked.Sequence, id) is not { } article)
            {
                warnings.Add(new("article_gone", $"Article {id} was removed while it was being searched for."));
                continue;
            }

            hits.Add(new()
            {
                Id = article.Id,
                Score = Math.Round(ranked.Score, 5),
                Url = article.Url,
                Headline = article.Headline,
                WebTitle = article.WebTitle,
                PublishedAt = article.PublishedAt ?? article.UpdatedAt,
                Category = article.Category,
                Agency = article.Agency,
                Place = article.Place,
                Highlights = highlighter.Passages(article),
            });
        }

        return hits;
    }
}
