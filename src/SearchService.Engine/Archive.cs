using SearchService.Articles;
using SearchService.Engine.Alerts;
using SearchService.Engine.Comparisons;
using SearchService.Engine.Concordances;
using SearchService.Engine.Explaining;
using SearchService.Engine.Exporting;
using SearchService.Engine.Indexing;
using SearchService.Engine.Learning;
using SearchService.Engine.Permalinks;
using SearchService.Engine.Querying;
using SearchService.Engine.Related;
using SearchService.Engine.Results;
using SearchService.Engine.Storage;
using SearchService.Engine.Suggesting;
using SearchService.Engine.Timelines;
using SearchService.Language.Concepts;

namespace SearchService.Engine;

/// <summary>
/// One archive of articles, open for searching and, unless read-only, for changes. Thread-safe.
/// An article is kept once a call that adds it has returned; it is found within <see cref="ArchiveOptions.RefreshInterval"/>.
/// </summary>
public sealed class Archive : IDisposable
{
    private readonly IndexedStore _articles;
    private readonly ArchiveSearches _searches;
    private readonly Suggestions _suggestions;
    private readonly SearchPermalinks _permalinks;
    private readonly ArchiveTimelines _timelines;
    private readonly ArchiveTrends _trends;
    private readonly ArchiveConcordance _concordance;
    private readonly ArchiveComparison _comparison;
    private readonly ArchiveExplanations _explanations;
    private readonly RelatedArticles _related;

    private Archive(IndexedStore articles, ArchiveOptions options)
    {
        SavedSearches = new(articles, options);
        (_articles, _searches, _suggestions, _permalinks) = (articles, new(articles), new(articles), new(articles));
        _explanations = new(articles);
        _related = new(articles);
        var totals = new ArchiveTotals();
        (_timelines, _trends) = (new(articles, totals), new(articles, totals));
        var words = new ArchiveWords();
        (_concordance, _comparison) = (new(articles, words), new(articles, words));
    }

    /// <summary>A name that no other archive has: kept with the articles, whatever becomes of the index.</summary>
    public string Identity => _articles.Store.Identity;

    /// <summary>What searches see now.</summary>
    public ArchiveStatus Status
    {
        get
        {
            using var snapshot = _articles.Acquire();
            return new(snapshot.Searcher.IndexReader.NumDocs, snapshot.Generation, snapshot.Interpreter.Vocabulary.Count, snapshot.Interpreter.Learnt.Edition, _articles.Recovered);
        }
    }

    /// <summary>
    /// Opens an archive, making it if it is new, mending it if its index is missing, damaged, behind or of another schema.
    /// </summary>
    /// <exception cref="ArchiveException">In use by another process, missing (read-only), unwritable, or the disk is full.</exception>
    public static Archive Open(ArchiveOptions options, IProgress<ArchiveProgress>? progress = null) => new(IndexedStore.Open(options, progress), options);

    /// <summary>Begins, on another thread, to read what queries are read with, whatever the archive; opening one does so too, but later.</summary>
    public static void Prepare() => ReadingTables.Begin();

    /// <summary>Answers a search from one snapshot.</summary>
    public SearchResponse Search(SearchRequest request, CancellationToken cancellation = default) => _searches.Search(request, cancellation);

    /// <summary>The readings of each word of a query, in order, as <see cref="Search"/> would use them.</summary>
    public IReadOnlyList<Interpretation> Interpret(string query) => _searches.Interpret(query);

    /// <summary>The renderings of words in either language by the lexicons that queries are read with, most evidence first, then most usual.</summary>
    /// <param name="words">English or Hindi words, phrases among them; with none, all renderings are listed.</param>
    /// <param name="learntOnly">Only what the archive's own titles and headlines have taught.</param>
    public IReadOnlyList<LexiconEntry> Lexicon(IReadOnlyList<string> words, bool learntOnly = false) => _searches.Lexicon(words, learntOnly);

    /// <summary>
    /// How a request is read: the readings of each word, and the query with its misspelt words put right. A word that the archive does not hold has
    /// the forms of what it was probably meant to be, which <see cref="Search"/> uses when it finds nothing else.
    /// </summary>
    public QueryReading Read(SearchRequest request) => _searches.Read(request);

    /// <summary>
    /// Completes what is being typed, in either script, to words and phrases that headlines are about. It follows the archive at once while
    /// it is small, within a minute or two when it is large.
    /// </summary>
    public SuggestResponse Suggest(SuggestRequest request) => _suggestions.Suggest(request);

    /// <summary>Counts what headlines are about, if that is not known yet, and waits for it; without it the first completions know single words only.</summary>
    public void PrepareSuggestions() => _suggestions.Prepare();

    /// <summary>All articles that answer a search, to be read one by one from one snapshot. Dispose of it when they are read.</summary>
    /// <param name="request">The search; its page, facets and cursor do not count.</param>
    /// <param name="cancellation">Ends the search, and the reading of what it found.</param>
    public ArticleExport Export(SearchRequest request, CancellationToken cancellation = default) => ArticleExport.Of(_articles, request, cancellation);

    /// <summary>The same with windows of another size.</summary>
    internal ArticleExport Export(SearchRequest request, int window) => ArticleExport.Of(_articles, request, CancellationToken.None, window);

    /// <summary>What a permalink to a search remembers of its answer.</summary>
    public SearchMark Mark(SearchResponse response) => _permalinks.Mark(response);

    /// <summary>A search as it is now, and what has changed since a permalink to it was made.</summary>
    /// <param name="request">The search.</param>
    /// <param name="then">What the permalink remembers; null to tell only what one made now would.</param>
    /// <param name="cancellation">Given up between stages.</param>
    public MarkedSearch Compare(SearchRequest request, SearchMark? then, CancellationToken cancellation = default) => _permalinks.Compare(request, then, cancellation);

    /// <summary>Counts the articles that answer a query over time, from one snapshot.</summary>
    public TimelineResponse Timeline(TimelineRequest request, CancellationToken cancellation = default) => _timelines.Timeline(request, cancellation);

    /// <summary>Compares several queries over time, on one snapshot.</summary>
    public TrendsResponse Trends(TrendsRequest request, CancellationToken cancellation = default) => _trends.Compare(request, cancellation);

    /// <summary>Sets two queries side by side: what each finds alone, what both find, and the words that set them apart. From one snapshot.</summary>
    public CompareResponse Compare(CompareRequest request, CancellationToken cancellation = default) => _comparison.Compare(request, cancellation);

    /// <summary>Lists the occurrences of a query with the words around them, a page at a time.</summary>
    public ConcordanceResponse Concordance(ConcordanceRequest request, CancellationToken cancellation = default) => _concordance.Page(request, cancellation);

    /// <summary>All occurrences of a query, read as they are taken, from one snapshot that is held until the end or the disposal of the enumerator. A cursor is not looked at.</summary>
    public IEnumerable<ConcordanceLine> ConcordanceLines(ConcordanceRequest request, CancellationToken cancellation = default) => _concordance.All(request, cancellation);

    /// <summary>The articles that are copies of one text with an article, which of them was the first, and how much of the text they share; null when there is no such article.</summary>
    public CopiesResponse? Copies(string id) => _related.Copies(id);

    /// <summary>Most articles that <see cref="Similar"/> gives.</summary>
    public const int MostSimilar = RelatedArticles.MostSimilar;

    /// <summary>Articles on the same matter as an article, best first, one of each story, none of its own; null when there is no such article.</summary>
    /// <param name="id">The article's id.</param>
    /// <param name="count">How many at most.</param>
    public SimilarResponse? Similar(string id, int count) => _related.Similar(id, Math.Clamp(count, 1, RelatedArticles.MostSimilar));

    /// <summary>The article of that id as last acknowledged, or null.</summary>
    public Article? Find(string id) => _articles.Store.Find(id);

    /// <summary>The body and headline spans of an article that answer a query: whole fields with marks, for reading.</summary>
    public IReadOnlyList<Highlight> Mark(Article article, SearchRequest request) => _searches.Mark(article, request);

    /// <summary>The saved searches, which are matched against what arrives.</summary>
    public SavedSearches SavedSearches { get; }

    /// <summary>Why an article has its score in a search, part by part; null when searches do not see the article.</summary>
    /// <param name="request">The search; its page and facets do not count.</param>
    /// <param name="id">The article's id.</param>
    /// <param name="cancellation">Given up between stages.</param>
    public Explanation? Explain(SearchRequest request, string id, CancellationToken cancellation = default) => _explanations.Explain(request, id, cancellation);

    /// <summary>Adds or replaces articles in bulk; refusals are written to the refusals file.</summary>
    public IndexReport Index(IEnumerable<ReadOutcome> outcomes, IProgress<ArchiveProgress>? progress = null, CancellationToken cancellation = default) =>
        SavedSearches.Matching(() => _articles.Index(outcomes, progress, cancellation), progress, cancellation);

    /// <summary>The same for an old stock that is filled in: as nothing of it arrives, nothing of it is matched against the saved searches.</summary>
    public IndexReport FillIn(IEnumerable<ReadOutcome> outcomes, IProgress<ArchiveProgress>? progress = null, CancellationToken cancellation = default) =>
        SavedSearches.NotMatching(() => _articles.Index(outcomes, progress, cancellation), progress, cancellation);

    /// <summary>Why an article cannot be kept (its id, that is), as a sentence; null when it can.</summary>
    public static string? WhyNot(Article article) => ArticleIds.WhyNot(article);

    /// <summary>Adds or replaces one article; durable when it returns.</summary>
    /// <exception cref="ArgumentException">It cannot be kept: see <see cref="WhyNot"/>.</exception>
    public ArticleChange Put(Article article) => _articles.Put(article);

    /// <summary>Removes an article; false when there was none. Durable when it returns.</summary>
    public bool Delete(string id) => _articles.Delete(id);

    /// <summary>Waits until searches see every change acknowledged before the call.</summary>
    public void Refresh() => _articles.Refresh();

    /// <summary>Lends the timed part of searching, on one snapshot that is held until <paramref name="use"/> returns.</summary>
    internal T WithKernel<T>(Func<SearchKernel, T> use) => _searches.WithKernel(use);

    /// <summary>Checks store, index and their agreement, article by article; changes nothing.</summary>
    public VerifyReport Verify(IProgress<ArchiveProgress>? progress = null, CancellationToken cancellation = default) => _articles.Verify(progress, cancellation);

    /// <summary>Makes the index anew from the store.</summary>
    public void Rebuild(IProgress<ArchiveProgress>? progress = null, CancellationToken cancellation = default) => _articles.Rebuild(progress, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        SavedSearches.Dispose();
        _articles.Dispose();
    }
}
