using FsCheck.Fluent;
using SearchService.Articles;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using Xunit;

namespace SearchService.Engine.Tests.Stories;

public class StorySearchTests
{
    [Fact]
    public void AFoldedAnswerIsTheWholeRankingWithoutLaterCopies()
    {
        var (articles, stories) = CopiedArticles.Of(new Random(11));
        using var archive = new TestArchive(articles);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var choose = new Random(seed);
            var asked = new SearchParameters
            {
                Q = string.Join(' ', CopiedArticles.Words.Where(_ => choose.Next(2) == 0)),
                Sort = choose.Next(3) switch { 0 => "newest", 1 => "oldest", _ => null },
                Facets = choose.Next(2) == 0 ? "category" : null,
                PageSize = $"{choose.Next(1, 30)}",
            };
            var all = Paged(archive, asked with { Duplicates = "show" });
            var folded = Paged(archive, asked);
            var expected = all.DistinctBy(hit => stories[hit.Id]).ToList();
            var first = archive.Search(asked.Q!, _ => asked);
            Assert.True(SearchRequest.TryCreate(asked with { Duplicates = "fold" }, out var request, out _));
            using var export = archive.Archive.Export(request, choose.Next(5, 60));
            return (expected.Select(hit => hit.Id).SequenceEqual(folded.Select(hit => hit.Id))
                && expected.Select(hit => hit.Id).SequenceEqual(export.Articles().Select(article => article.Id)) && export.Total == expected.Count
                && folded.All(hit => hit.Copies == all.Count(other => stories[other.Id] == stories[hit.Id]) - 1)
                && first.Total is { } total && total.Value == all.Count && total.Stories == expected.Count && first.Listed == expected.Count).Label($"{asked}");
        }).QuickCheckThrowOnFailureWith(120);
    }

    [Fact]
    public void PagesOfAnySizeGoOnWhereTheLastEnded()
    {
        var (articles, stories) = CopiedArticles.Of(new Random(12));
        using var archive = new TestArchive(articles);
        var first = archive.Search("रूस", p => p with { PageSize = "3" });
        var next = archive.Search("रूस", p => p with { PageSize = "40", Cursor = first.NextCursor });
        var whole = archive.Search("रूस", p => p with { PageSize = "43" });

        Assert.Equal(whole.Hits.Select(hit => hit.Id), first.Hits.Concat(next.Hits).Select(hit => hit.Id));
        Assert.Equal(43, first.Hits.Concat(next.Hits).Select(hit => stories[hit.Id]).Distinct().Count());
    }

    [Fact]
    public void StoriesFollowUpdatesAndRemovals()
    {
        var random = new Random(5);
        var text = Texts.Of(random, 120) + " रूस";
        using var archive = new TestArchive(Article("a", text), Article("b", text), Article("c", Texts.Edited(random, text, 0.1) + " रूस"));
        Assert.Equal((3L, 1L), Counts(archive));

        archive.Add(Article("b", Texts.Of(random, 120) + " रूस"));
        Assert.Equal((3L, 2L), Counts(archive));
        archive.Archive.Delete("a");
        archive.Archive.Refresh();
        Assert.Equal((2L, 2L), Counts(archive));
        archive.Add(Article("a", text));
        Assert.Equal((3L, 2L), Counts(archive));
    }

    [Fact]
    public void StoriesAreTheSameAfterOpeningAgainAndAfterARebuild()
    {
        var folder = Directory.CreateTempSubdirectory("searchservice-");
        try
        {
            var (articles, _) = CopiedArticles.Of(new Random(13));
            SearchResponse before;
            using (var archive = Archive.Open(new() { Folder = folder.FullName }))
            {
                archive.Index(articles.Select(article => ReadOutcome.Of(article)), cancellation: TestContext.Current.CancellationToken);
                before = Search(archive);
            }

            using (var archive = Archive.Open(new() { Folder = folder.FullName, ReadOnly = true }))
                AssertSame(before, Search(archive));
            using (var archive = Archive.Open(new() { Folder = folder.FullName }))
            {
                AssertSame(before, Search(archive));
                archive.Rebuild(cancellation: TestContext.Current.CancellationToken);
                AssertSame(before, Search(archive));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static SearchResponse Search(Archive archive)
        {
            Assert.True(SearchRequest.TryCreate(new() { Q = "रूस", PageSize = "100" }, out var request, out _));
            return archive.Search(request, TestContext.Current.CancellationToken);
        }

        static void AssertSame(SearchResponse before, SearchResponse after)
        {
            Assert.Equal(before.Total, after.Total);
            Assert.Equal(before.Hits.Select(hit => (hit.Id, hit.Copies)), after.Hits.Select(hit => (hit.Id, hit.Copies)));
        }
    }

    [Fact]
    public void OnlyFoldAndShowAreKnown()
    {
        Assert.False(SearchRequest.TryCreate(new() { Duplicates = "hide" }, out _, out var problem));
        Assert.Equal(("invalid_parameter", "duplicates"), (problem.Code, problem.Parameter));
    }

    private static (long, long?) Counts(TestArchive archive) => archive.Search("रूस").Total is var total ? (total.Value, total.Stories) : default;

    private static Article Article(string id, string body) => new() { Id = id, Headline = id, Body = body };

    private static List<Hit> Paged(TestArchive archive, SearchParameters asked)
    {
        var hits = new List<Hit>();
        string? cursor = null;
        do
        {
            var page = archive.Search(asked.Q!, _ => asked with { Cursor = cursor });
            hits.AddRange(page.Hits);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return hits;
    }
}
