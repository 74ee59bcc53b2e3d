using System.Diagnostics;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Comparisons;

/// <summary>Sets two searches side by side, on one snapshot for each request.</summary>
/// <param name="articles">The archive.</param>
/// <param name="words">Its words.</param>
internal sealed class ArchiveComparison(IndexedStore articles, ArchiveWords words)
{
    /// <summary>Answers a request for a comparison.</summary>
    public CompareResponse Compare(CompareRequest request, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var snapshot = articles.Acquire();
        var first = BoundRequest.Bind(snapshot, request.First, Corrections.None);
        var second = BoundRequest.Bind(snapshot, request.Second, Corrections.None);
        cancellation.ThrowIfCancellationRequested();
        var sets = ComparedSets.Of(snapshot.Searcher, first.Clause, second.Clause);
        var warnings = new List<Warning>(first.Warnings.Concat(second.Warnings).Distinct());
        var response = new CompareResponse
        {
            First = new(first.Reading, sets.OfFirst + sets.OfBoth, Part(sets.OfFirst, Alone(first.Clause, second.Clause))),
            Second = new(second.Reading, sets.OfSecond + sets.OfBoth, Part(sets.OfSecond, Alone(second.Clause, first.Clause))),
            Both = Part(sets.OfBoth, new BagClause([first.Clause, second.Clause], [], [], [], [])),
            Words = Words(snapshot, request, sets, cancellation),
            TookMs = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 3),
            Generation = snapshot.Generation,
            Warnings = warnings,
        };
        if (request.Overlap == Overlap.Out && sets.IsPartOfOther)
            warnings.Add(new("compared_with_rest", "Everything that one search finds is found by the other too: its words are compared with those of what the other finds beside it."));
        return response;

        ComparedPart Part(long count, BagClause clause)
        {
            cancellation.ThrowIfCancellationRequested();
            if (count == 0 || request.Articles == 0)
                return new(count, []);
            var best = new TopArticles(request.Articles);
            using (var search = new TopKSearch(snapshot.Searcher, clause))
                search.Find(best, after: null);
            var pipeline = new SearchPipeline(snapshot.Searcher, snapshot.Generation, snapshot.Interpreter);
            return new(count, pipeline.Hits(best.Sorted(), clause, articles.Store.Find, null, warnings));
        }
    }

    private static BagClause Alone(Clause clause, Clause but) => new([clause], [], [but], [], []);

    private ComparedWords Words(IndexSnapshot snapshot, CompareRequest request, ComparedSets sets, CancellationToken cancellation)
    {
        var counts = WordCounts.Of(snapshot, words.Of(snapshot.Interpreter.Vocabulary), sets, request.Overlap, cancellation);
        var (first, second) = new KeyWordList(counts, snapshot.Interpreter, request).Make();
        var articles = sets.Counted(request.Overlap);
        return new(
            "log-likelihood",
            Keyness.Significant,
            ParameterChoice.NameOf(request.Overlap),
            ParameterChoice.NameOf(request.Spellings),
            ParameterChoice.NameOf(request.StopWords),
            request.MinFrequency,
            new(articles.First, counts.First, first),
            new(articles.Second, counts.Second, second));
    }
}
