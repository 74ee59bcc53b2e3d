using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;

namespace SearchService.Engine.Explaining;

/// <summary>Explains scores on the newest snapshot.</summary>
internal sealed class ArchiveExplanations(IndexedStore articles)
{
    /// <summary>Why an article has its score in a search; null when the snapshot does not hold the article.</summary>
    public Explanation? Explain(SearchRequest request, string id, CancellationToken cancellation)
    {
        using var snapshot = articles.Acquire();
        var searcher = snapshot.Searcher;
        var (segment, doc) = Find(searcher.IndexReader, id);
        if (segment is null)
            return null;
        var pipeline = new SearchPipeline(searcher, snapshot.Generation, snapshot.Interpreter);
        var (clause, query, warnings) = pipeline.Bound(request, cancellation);
        var score = new Explainer(searcher, searcher.Statistics, segment, doc).Explain(request.Narrowed(clause), out var parts);
        return new(query, id, score is not null, Math.Round(score ?? 0, 5), snapshot.Generation, searcher.IndexReader.NumDocs, parts, warnings);
    }

    private static (AtomicReaderContext? Segment, int Doc) Find(IndexReader reader, string id)
    {
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTermDocsEnum(new Term(IndexFields.Id, id)) is { } documents
                && documents.NextDoc() is var doc and not DocIdSetIterator.NO_MORE_DOCS)
            {
                return (leaf, doc);
            }
        }

        return (null, 0);
    }
}
