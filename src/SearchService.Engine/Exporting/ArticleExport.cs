using System.Globalization;
using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;

namespace SearchService.Engine.Exporting;

/// <summary>
/// All articles that answer a search, in the order of its results, read one by one from one snapshot: what is added meanwhile is not among
/// them, what is changed meanwhile is given as it is now, and what is removed meanwhile is left out. Holds the snapshot until it is
/// disposed of; one thread at a time.
/// </summary>
public sealed class ArticleExport : IDisposable
{
    /// <summary>Articles found by one pass over the matches: 0.8 MB of places for each.</summary>
    internal const int Window = 32_768;

    private readonly IndexedStore _articles;
    private readonly IndexSnapshot _snapshot;
    private readonly SearchRequest _request;
    private readonly ResolvedSearch _search;
    private readonly int _window;
    private readonly CancellationToken _cancellation;

    private ArticleExport(IndexedStore articles, IndexSnapshot snapshot, SearchRequest request, int window, CancellationToken cancellation)
    {
        (_articles, _snapshot, _request, _window, _cancellation) = (articles, snapshot, request, window, cancellation);
        _search = new SearchPipeline(snapshot.Searcher, snapshot.Generation, snapshot.Interpreter).Resolve(request, cancellation);
    }

    /// <summary>Sequence number of the last change that the snapshot holds.</summary>
    public long Generation => _snapshot.Generation;

    /// <summary>How many articles it has: all that answer, or one of each story where the search asks to fold copies.</summary>
    public long Total => _search.Listed;

    /// <summary>What was cut, capped or corrected.</summary>
    public IReadOnlyList<Warning> Warnings => _search.Warnings;

    /// <summary>Finds the articles of a search on the newest snapshot.</summary>
    /// <param name="articles">The archive.</param>
    /// <param name="request">The search; its page, facets and cursor do not count.</param>
    /// <param name="cancellation">Ends the search, and the reading of what it found before each article.</param>
    /// <param name="window">Articles found by one pass.</param>
    internal static ArticleExport Of(IndexedStore articles, SearchRequest request, CancellationToken cancellation, int window = Window)
    {
        var snapshot = articles.Acquire();
        try
        {
            return new(articles, snapshot, request, window, cancellation);
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
    }

    /// <summary>The articles, each read when it is asked for.</summary>
    public IEnumerable<Article> Articles()
    {
        var window = new HitWindow(_window, _search.Total, _request.Sort, _cancellation);
        var told = new HashSet<int>();
        for (var left = _search.Total; left > 0;)
        {
            var hits = window.Next(_snapshot.Searcher, _search.Query);
            for (var i = 0; i < hits.Length; i++)
            {
                _cancellation.ThrowIfCancellationRequested();
                if (_search.Fold?.StoryOf(hits.Span[i].Document) is > 0 and var story && !told.Add(story))
                    continue;
                if (Read(hits.Span[i]) is { } article)
                    yield return article;
            }

            left = hits.Length < _window ? 0 : left - hits.Length;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _snapshot.Dispose();

    // The id is asked of the index only for a row that a later change has replaced.
    private Article? Read(RankedArticle hit) =>
        _articles.Store.Find(hit.Sequence, () => _snapshot.Searcher.Doc(hit.Document).Get(IndexFields.Id, CultureInfo.InvariantCulture));
}
