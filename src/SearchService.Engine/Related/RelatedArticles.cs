using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Engine.Stories;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Related;

/// <summary>The copies of an article, and articles similar to it, each from one snapshot.</summary>
/// <param name="articles">The archive.</param>
internal sealed class RelatedArticles(IndexedStore articles)
{
    /// <summary>Most copies listed.</summary>
    public const int MostCopies = 100;

    /// <summary>Most similar articles listed.</summary>
    public const int MostSimilar = 50;

    // What shares a few of the words only is not on the same matter.
    private const double LeastSimilarity = 0.2;

    /// <summary>The story of an article; null when there is no such article.</summary>
    public CopiesResponse? Copies(string id)
    {
        using var snapshot = articles.Acquire();
        if (articles.Store.Find(id) is not { } asked)
            return null;
        var stories = snapshot.Searcher.Stories;
        var found = Story(snapshot.Searcher, stories, id).Select(document => Read(snapshot.Searcher, document)).OfType<Article>().Where(article => article.Id != id).Append(asked)
            .OrderBy(article => Time(article) ?? DateTimeOffset.MaxValue).ThenBy(article => article.Id, StringComparer.Ordinal).ToList();
        var first = Time(found[0]) is null ? null : found[0].Id;
        return new()
        {
            Id = id,
            Total = found.Count,
            Articles = [.. found.Take(MostCopies).Select(article => ArticleCopy.Of(article, asked, article.Id == first))],
            Generation = snapshot.Generation,
            Warnings =
            [
                .. stories is null ? [SearchPipeline.StoriesPending] : Array.Empty<Warning>(),
                .. found.Count > MostCopies ? [new("copies_cut", $"The oldest {MostCopies} of {found.Count:N0} are listed.")] : Array.Empty<Warning>(),
            ],
        };
    }

    /// <summary>Articles on the same matter; null when there is no such article.</summary>
    public SimilarResponse? Similar(string id, int count)
    {
        using var snapshot = articles.Acquire();
        if (articles.Store.Find(id) is not { } asked)
            return null;
        var searcher = snapshot.Searcher;
        var (stories, self) = (searcher.Stories, DocumentOf(searcher, id));
        var words = SignificantWords.Of(asked, snapshot.Interpreter.Vocabulary, searcher.IndexReader.NumDocs, self is { } document ? Others(stories, document) : 0);
        return new()
        {
            Id = id,
            Words = words,
            Articles = words.Length == 0 ? [] : Best(snapshot, words, self, stories, count),
            Generation = snapshot.Generation,
            Warnings = stories is null ? [SearchPipeline.StoriesPending] : [],
        };
    }

    private SimilarArticle[] Best(IndexSnapshot snapshot, string[] words, int? self, SnapshotStories? stories, int count)
    {
        var searcher = snapshot.Searcher;
        var binder = new QueryBinder(searcher, searcher.Statistics, snapshot.Interpreter, readings: false, plain: true);
        var clause = binder.Bind(new BagNode([.. words.Select(word => new BagItem(Occurrence.Optional, new WordNode(word, Exact: true, TextFields.All)))]));
        // The article itself stands among them, or a copy in its place.
        var best = new TopArticles(count + 1, stories);
        using (var search = new TopKSearch(searcher, clause))
            search.Find(best, after: null);
        var found = best.Sorted();
        var story = self is { } document ? stories?.StoryOf(document) ?? 0 : 0;
        var own = found.Where(IsOwn).Select(article => article.Score).FirstOrDefault();
        if (own <= 0)
            own = found.Length > 0 ? found[0].Score : 1;
        return [.. found
            .Where(article => !IsOwn(article) && article.Score >= LeastSimilarity * own)
            .Take(count)
            .Select(article => (Found: article, Article: Read(searcher, article.Document)))
            .Where(one => one.Article is not null)
            .Select(one => SimilarArticle.Of(one.Article!, one.Found.Score / own, Others(stories, one.Found.Document)))];

        bool IsOwn(RankedArticle article) => article.Document == self || (story > 0 && stories!.StoryOf(article.Document) == story);
    }

    private static int Others(SnapshotStories? stories, int document) =>
        stories?.StoryOf(document) is > 0 and var story ? stories.Documents(story).Count() - 1 : 0;

    private static IEnumerable<int> Story(ArchiveSearcher searcher, SnapshotStories? stories, string id) =>
        DocumentOf(searcher, id) is { } document && stories?.StoryOf(document) is > 0 and var story ? stories.Documents(story) : [];

    private static int? DocumentOf(ArchiveSearcher searcher, string id)
    {
        foreach (var segment in searcher.Segments)
        {
            if (segment.Reader.GetTermDocsEnum(new Term(IndexFields.Id, id)) is { } found && found.NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS)
                return segment.Context.DocBase + document;
        }

        return null;
    }

    private static DateTimeOffset? Time(Article article) => article.PublishedAt ?? article.UpdatedAt;

    private Article? Read(IndexSearcher searcher, int document) =>
        articles.Store.Find(searcher.Doc(document).Get(IndexFields.Id, CultureInfo.InvariantCulture));
}
