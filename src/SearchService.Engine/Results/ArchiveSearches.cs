using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Engine.Learning;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Results;

/// <summary>Takes a snapshot for each request, lets the pipeline answer on it, and gives it back.</summary>
internal sealed class ArchiveSearches(IndexedStore articles)
{
    /// <summary>Answers a search from one snapshot: that of the cursor while it is kept, else the newest.</summary>
    public SearchResponse Search(SearchRequest request, CancellationToken cancellation)
    {
        using var kept = request.After is { } cursor ? articles.Acquire(cursor.Generation) : null;
        using var newest = kept is null ? articles.Acquire() : null;
        var snapshot = kept ?? newest!;
        var response = Pipeline(snapshot).Answer(request, articles.Store.Find, cancellation);
        if (response.NextCursor is not null)
            articles.Keep(snapshot);
        return request.After is null || kept is not null ? response : response with { Warnings = [.. response.Warnings, Expired] };
    }

    /// <summary>The readings of a query's words; of plain words when its syntax is bad.</summary>
    public IReadOnlyList<Interpretation> Interpret(string query)
    {
        using var snapshot = articles.Acquire();
        return Pipeline(snapshot).Interpret(QueryParser.Parse(query).Query ?? QueryParser.Plain(query));
    }

    /// <summary>How a request is read.</summary>
    public QueryReading Read(SearchRequest request)
    {
        using var snapshot = articles.Acquire();
        return Pipeline(snapshot).Read(request);
    }

    /// <summary>The renderings of words, or all there are: those with most evidence first.</summary>
    public IReadOnlyList<LexiconEntry> Lexicon(IReadOnlyList<string> words, bool learntOnly)
    {
        using var snapshot = articles.Acquire();
        var interpreter = snapshot.Interpreter;
        return [.. (words.Count == 0 ? interpreter.Renderings(null, learntOnly) : words.SelectMany(word => interpreter.Renderings(word, learntOnly)))
            .Select(entry => new LexiconEntry(
                entry.English,
                entry.Rendering.Text,
                Math.Round(entry.Rendering.Weight, 3),
                entry.Rendering.Reason.ToString().ToLowerInvariant(),
                entry.Rendering.Source,
                entry.Rendering.Evidence))
            .Distinct()
            .OrderByDescending(entry => entry.Evidence).ThenByDescending(entry => entry.Weight)
            .ThenBy(entry => entry.English, StringComparer.Ordinal).ThenBy(entry => entry.Hindi, StringComparer.Ordinal)];
    }

    /// <summary>The fields of an article, whole, with what answers a request marked.</summary>
    public IReadOnlyList<Highlight> Mark(Article article, SearchRequest request)
    {
        using var snapshot = articles.Acquire();
        return Pipeline(snapshot).Mark(article, request);
    }

    /// <summary>Lends the timed part of searching on one snapshot.</summary>
    public T WithKernel<T>(Func<SearchKernel, T> use)
    {
        using var snapshot = articles.Acquire();
        return use(new(snapshot.Searcher, snapshot.Interpreter));
    }

    private static Warning Expired { get; } = new(
        "snapshot_expired",
        "The snapshot of the first page is no longer kept; articles added since are left out, but scores may have moved a little.");

    private static SearchPipeline Pipeline(IndexSnapshot snapshot) => new(snapshot.Searcher, snapshot.Generation, snapshot.Interpreter);
}
