using SearchService.Articles;
using SearchService.Engine.Alerts;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Alerts;

public sealed class AlertMatcherTests
{
    private static readonly string[] ByReadings = ["russia", "rusi", "चीनी", "विज़िट", "नेपाल japan -ईरान", "\"रूस चीन\"~3", "headline:talks", "category:विश्व", "date:2020", ""];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_is_matched_is_what_a_search_finds_among_what_arrived(int seed)
    {
        var random = new Random(seed);
        // Words that are there from the beginning: what a word is read as does not change while the test goes on.
        using var archive = new TestArchive([.. RandomArchives.Articles(seed, 40, 12), new Article { Id = "words", Headline = string.Join(' ', RandomArchives.Vocabulary) }]);
        var queries = Enumerable.Range(0, 60).Select(_ => RandomArchives.Query(random, 3)).Concat(ByReadings).ToArray();
        var searches = Array.ConvertAll(queries, query => Save(archive.Archive, query));
        var arrived = new HashSet<string>();

        for (var round = 0; round < 8; round++)
        {
            Change(archive.Archive, random, seed + (round * 100), arrived);
            if (random.Next(3) > 0)
                archive.Archive.SavedSearches.CatchUp(cancellation: TestContext.Current.CancellationToken);
        }

        archive.Archive.SavedSearches.CatchUp(cancellation: TestContext.Current.CancellationToken);
        Assert.NotEmpty(arrived);
        Assert.All(searches, search => Assert.Equal(Found(archive.Archive, search).Where(arrived.Contains).Order(), Matched(archive.Archive, search).Order()));
        Assert.True(searches.Sum(search => Matched(archive.Archive, search).Length) > arrived.Count);
    }

    [Fact]
    public void Articles_that_merges_have_laid_beside_older_ones_are_matched_and_the_older_are_not()
    {
        using var folder = new TemporaryFolder();
        SavedSearch search;
        using (var archive = folder.Open())
        {
            archive.Index(SomeArticles.Many(300), null, TestContext.Current.CancellationToken);
            search = Save(archive, "समाचार");
            // A segment for each; merges put them together, with those that were there before among them.
            for (var number = 300; number < 360; number++)
            {
                archive.Put(SomeArticles.One(number));
                archive.Refresh();
            }

            archive.Rebuild(null, TestContext.Current.CancellationToken);
            archive.SavedSearches.CatchUp(cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(Enumerable.Range(300, 60).Reverse().Select(number => $"a{number}"), Matched(archive, search));
        }
    }

    [Fact]
    public async Task It_matches_by_itself_soon_after_an_article_is_put()
    {
        using var archive = new TestArchive();
        var search = Save(archive.Archive, "lavrov");
        archive.Archive.Put(new Article { Id = "a", Headline = "लावरोव दिल्ली में" });

        for (var waited = 0; Matched(archive.Archive, search).Length == 0; waited++)
        {
            Assert.True(waited < 600, "Nothing was matched in a minute.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Equal(archive.Archive.Status.Generation, archive.Archive.SavedSearches.MatchedTo);
    }

    [Fact]
    public void What_was_not_matched_when_the_archive_was_closed_is_matched_after_it_is_opened()
    {
        using var folder = new TemporaryFolder();
        SavedSearch search;
        using (var archive = folder.Open())
            search = Save(archive, "समाचार");
        // As a program that knows nothing of saved searches, or one that was killed before its round, leaves the store.
        using (var store = IndexedStore.Open(folder.Options, null))
        {
            for (var number = 0; number < 20; number++)
                store.Put(SomeArticles.One(number));
        }

        using (var reading = Archive.Open(folder.Options with { ReadOnly = true }))
            Assert.Empty(Matched(reading, search));
        using var again = folder.Open();
        again.SavedSearches.CatchUp(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(20, Matched(again, search).Length);
    }

    [Fact]
    public void A_run_that_nothing_is_matched_of_and_that_was_killed_is_not_matched_afterwards()
    {
        using var folder = new TemporaryFolder();
        SavedSearch search;
        using (var archive = folder.Open())
            search = Save(archive, "समाचार");
        using (var store = IndexedStore.Open(folder.Options, null))
        {
            new AlertStore(store.Store).UnmatchedRun(begins: true);
            store.Put(SomeArticles.One(1));
        }

        using var again = folder.Open();
        again.Put(SomeArticles.One(2));
        again.SavedSearches.CatchUp(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(["a2"], Matched(again, search));
    }

    [Fact]
    public void No_article_is_missed_however_often_the_process_is_killed()
    {
        const int kills = 3;
        using var folder = new TemporaryFolder();
        SavedSearch[] searches;
        using (var archive = folder.Open())
            searches = [Save(archive, "category:खेल"), Save(archive, "\"version 0\" -\"of 7\""), Save(archive, "=समाचार AND (=शब्द5 OR =शब्द251 OR =शब्द502)")];
        var random = new Random(5);
        var killed = 0;
        for (var version = 1; killed < kills && version < kills * 10; version++)
        {
            using var child = new IndexingChild(folder.Path, version * 2, 1_000);
            using var alarm = new Timer(_ => child.Kill(), null, 700 + random.Next(2_500), Timeout.Infinite);
            Assert.True(child.Acknowledged().Count() >= 0);
            killed += child.ExitCode != 0 ? 1 : 0;
            using var archive = folder.Open();
            archive.SavedSearches.CatchUp(cancellation: TestContext.Current.CancellationToken);
            foreach (var search in searches)
                Assert.Equal(Found(archive, search).Order(), Matched(archive, search).Order());
        }

        Assert.True(killed > 0);
    }

    private static void Change(Archive archive, Random random, int seed, HashSet<string> arrived)
    {
        var articles = RandomArchives.Articles(seed, 50, 12);
        foreach (var _ in Enumerable.Range(0, random.Next(1, 6)))
        {
            switch (random.Next(4))
            {
                case 0:
                    var id = $"a{random.Next(50)}";
                    archive.Delete(id);
                    arrived.Remove(id);
                    break;
                case 1:
                    var some = articles.Skip(random.Next(40)).Take(10).ToArray();
                    // Of those that are as they were nothing arrives.
                    foreach (var article in some.Where(article => archive.Find(article.Id) is not { } known || !ArticleJson.ContentHash(known).AsSpan().SequenceEqual(ArticleJson.ContentHash(article))))
                        arrived.Add(article.Id);
                    archive.Index(some.Select(ReadOutcome.Of), null, TestContext.Current.CancellationToken);
                    break;
                default:
                    var one = articles[random.Next(articles.Length)];
                    if (archive.Put(one) != ArticleChange.Unchanged)
                        arrived.Add(one.Id);
                    break;
            }
        }
    }

    private static SavedSearch Save(Archive archive, string query)
    {
        Assert.True(archive.SavedSearches.TryAdd(null, null, new SearchParameters { Q = query }, out var saved, out var problem), problem?.Detail);
        return saved;
    }

    private static string[] Found(Archive archive, SavedSearch search)
    {
        Assert.True(SearchRequest.TryCreate(search.Asked with { Corrections = "off" }, out var request, out _));
        archive.Refresh();
        using var export = archive.Export(request, TestContext.Current.CancellationToken);
        return [.. export.Articles().Select(article => article.Id)];
    }

    private static string[] Matched(Archive archive, SavedSearch search)
    {
        Assert.True(archive.SavedSearches.TryMatches(search, null, SavedSearches.MostMatches, out var page));
        return [.. page.Matches.Select(match => match.Article.Id)];
    }
}
