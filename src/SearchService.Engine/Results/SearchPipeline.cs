using System.Diagnostics;
using System.Globalization;
using SearchService.Articles;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.Stories;
using SearchService.Engine.TopK;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Results;

/// <summary>
/// A search on one snapshot, stage by stage: concepts, the best articles, a count of all matches, and only the articles of the
/// page read and marked. No stage looks back; a search that finds nothing is made once more with its misspelt words put right.
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
        var (found, corrections, didYouMean) = FindOrCorrect(request, cancellation);
        var warnings = new List<Warning>([.. request.Warnings, .. found.Warnings]);
        if (!corrections.IsEmpty)
            warnings.Add(Corrected(request, didYouMean));

        var skipped = Skipped(request);
        var page = found.Ranked.Skip(skipped).Take(request.PageSize).ToArray();
        var (counts, cut) = FacetValues.Listed(searcher, request, found.Facets);
        if (cut)
            warnings.Add(new("facet_capped", $"Facets list their {FacetValues.MostListed} most frequent values."));
        if (found.Stories is null)
            warnings.Add(StoriesPending);
        var hits = Hits(page, found.Clause, fetch, found.Counted, warnings);
        found.Counted?.Dispose();
        return new()
        {
            Query = new(request.Text, Interpreted(found.Words), didYouMean),
            Total = new(found.Total, "eq", found.StoryTotal),
            Duplicates = ParameterChoice.NameOf(request.Folds && found.Stories is not null ? Duplicates.Fold : Duplicates.Show),
            Page = request.After?.Page ?? request.Page,
            PageSize = request.PageSize,
            NextCursor = found.Ranked.Length > skipped + request.PageSize ? Next(request, page[^1], corrections).ToString() : null,
            TookMs = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 3),
            Generation = generation,
            Hits = hits,
            Facets = counts,
            Warnings = warnings,
        };
    }

    /// <summary>What a request asks of the snapshot, whichever page of it.</summary>
    public ResolvedSearch Resolve(SearchRequest request, CancellationToken cancellation)
    {
        var (found, corrections, didYouMean) = FindOrCorrect(request with { Page = 1, PageSize = 1, Facets = [], After = null }, cancellation);
        Warning[] corrected = corrections.IsEmpty ? [] : [Corrected(request, didYouMean)];
        found.Counted?.Dispose();
        var folds = request.Duplicates == Duplicates.Fold;
        Warning[] pending = folds && found.Stories is null ? [StoriesPending] : [];
        return new(
            new ClauseQueries(_statistics).Of(request.Narrowed(found.Clause)),
            found.Total,
            folds ? found.StoryTotal ?? found.Total : found.Total,
            folds ? found.Stories : null,
            [.. request.Warnings, .. found.Warnings, .. corrected, .. pending]);
    }

    /// <summary>A request's query as its answer is made from: as written, or with its misspelt words put right where only that finds anything.</summary>
    public (Clause Clause, QueryReading Query, List<Warning> Warnings) Bound(SearchRequest request, CancellationToken cancellation)
    {
        var (found, corrections, didYouMean) = FindOrCorrect(request with { Page = 1, PageSize = 1, Facets = [] }, cancellation);
        Warning[] corrected = corrections.IsEmpty ? [] : [Corrected(request, didYouMean)];
        return (found.Clause, new(request.Text, Interpreted(found.Words), didYouMean), [.. request.Warnings, .. found.Warnings, .. corrected]);
    }

    /// <summary>The readings of a query's words.</summary>
    public IReadOnlyList<Interpretation> Interpret(QueryNode query)
    {
        var binder = Binder(readings: true, Corrections.None);
        binder.Bind(query);
        return Interpreted(binder.Readings);
    }

    /// <summary>The readings of a request's words, those of words that the archive does not hold by what they were probably meant to be.</summary>
    public QueryReading Read(SearchRequest request)
    {
        var binder = Binder(request.Readings, Corrections.None);
        binder.Bind(request.Query);
        var corrector = Corrector(request, binder.Readings);
        var missing = corrector.OfMissing();
        if (!missing.IsEmpty)
            (binder = Binder(request.Readings, missing)).Bind(request.Query);
        return new(request.Text, Interpreted(binder.Readings), corrector.Apply(corrector.OfAll()));
    }

    /// <summary>Marks a whole article; by what misspelt words were meant to be when nothing in it answers the query as written.</summary>
    public List<Highlight> Mark(Article article, SearchRequest request)
    {
        var binder = Binder(request.Readings, Corrections.None);
        var marks = new Highlighter(binder.Bind(request.Query)).Whole(article);
        if (!request.Corrections || marks.Exists(mark => mark.Spans.Count > 0) || Corrector(request, binder.Readings).OfMissing() is not { IsEmpty: false } missing)
            return marks;
        return new Highlighter(Binder(request.Readings, missing).Bind(request.Query)).Whole(article);
    }

    internal static Interpretation[] Interpreted(List<BoundConcept> words) => [.. words.DistinctBy(word => word.Word).Select(word =>
        new Interpretation(word.Word, [.. word.Forms.Select(form =>
            new InterpretedForm(form.Text, Math.Round(form.Weight, 3), form.Reason.ToString().ToLowerInvariant(), form.Articles, form.Source, form.Evidence))]))];

    private static Warning Corrected(SearchRequest request, string? meant) =>
        new("corrected", $"Nothing is found for \"{request.Text}\"; these are the results for \"{meant}\".");

    /// <summary>Says that an answer knows nothing of copies.</summary>
    internal static Warning StoriesPending { get; } = new(
        "stories_pending", "Which articles are copies of one text is being found out again after the archive was opened; copies are neither folded nor counted yet.");

    private static int Skipped(SearchRequest request) => request.After is null ? (request.Page - 1) * request.PageSize : 0;

    private QueryBinder Binder(bool readings, Corrections corrections) => new(searcher, _statistics, interpreter, readings, corrections: corrections);

    private QueryCorrector Corrector(SearchRequest request, List<BoundConcept> words) =>
        new(interpreter, SearchRequest.Cut(request.Text), request.IsPlain, request.Readings, words);

    /// <summary>Finds what answers a request. What of it was corrected to find anything, and the query with its misspelt words put right, come with it.</summary>
    private CorrectedAnswer<FoundArticles> FindOrCorrect(SearchRequest request, CancellationToken cancellation)
    {
        var kept = request.After is { } after ? Corrections.Read(after.Corrections)! : Corrections.None;
        return CorrectedAnswer.Of(
            kept,
            mayRetry: request.After is null,
            corrections => Find(request, corrections, cancellation),
            found => found.Total > 0,
            found => request.Corrections && (!kept.IsEmpty || QueryCorrector.IsNeeded(found.Words)) ? Corrector(request, found.Words) : null);
    }

    private FoundArticles Find(SearchRequest request, Corrections corrections, CancellationToken cancellation)
    {
        var binder = Binder(request.Readings, corrections);
        var clause = binder.Bind(request.Query);
        cancellation.ThrowIfCancellationRequested();
        var stories = searcher.Stories;
        var facets = FacetTotals.Begin(request, stories);
        var page = new RankedPage(searcher, request, request.Narrowed(clause), stories);
        var ranked = page.Find(Skipped(request), facets.UnderAll);
        cancellation.ThrowIfCancellationRequested();
        facets.CountOthers(searcher, request, clause);
        cancellation.ThrowIfCancellationRequested();
        return new(clause, binder.Readings, binder.Warnings, page.Total, ranked, facets, stories, page.Stories);
    }

    private Cursor Next(SearchRequest request, RankedArticle last, Corrections corrections)
        => new(
            Cursor.Fingerprint(request.Canonical),
            request.After?.Generation ?? generation,
            (request.After?.Page ?? request.Page) + 1,
            last.Key,
            last.Sequence,
            corrections.ToString());

    /// <summary>Reads and marks the articles of a page; with the stories that were counted each is told how many copies match.</summary>
    internal List<Hit> Hits(RankedArticle[] page, Clause clause, Func<long, string, Article?> fetch, StoryCounter? stories, List<Warning> warnings)
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

            hits.Add(Hit.Of(article, ranked.Score, stories?.CopiesOf(ranked.Document) ?? 0, highlighter.Passages(article)));
        }

        return hits;
    }
}
