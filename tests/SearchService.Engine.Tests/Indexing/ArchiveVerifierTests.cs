using Microsoft.Data.Sqlite;
using SearchService.Engine.Indexing;
using SearchService.Engine.Storage;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Indexing;

public sealed class ArchiveVerifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ArchiveVerifierTests()
    {
        using var archive = _folder.Open();
        archive.Take(SomeArticles.Many(50));
    }

    private ArchivePaths Paths => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_clean_archive_has_no_problems_and_says_how_much_was_checked()
    {
        using var archive = Archive.Open(_folder.Options with { ReadOnly = true });
        var report = archive.Verify(null, TestContext.Current.CancellationToken);

        Assert.True(report.Clean);
        Assert.Equal((50, 50, 50), (report.Articles, report.Generation, report.IndexedGeneration));
    }

    [Fact]
    public void An_article_that_the_index_lacks_is_named() => Finds("a7 (change 8) is not in it", writer => writer.Apply([IndexChange.Removed("a7", 0)]));

    [Fact]
    public void An_article_that_the_index_has_twice_is_named() =>
        Finds("a7 is in it more than once", writer => writer.Apply([IndexChange.Stored(SomeArticles.One(7), new(ArticleChange.Added, 8))]));

    [Fact]
    public void An_article_that_the_store_does_not_have_is_named() =>
        Finds("x (change 3) is in it and not in the store", writer => writer.Apply([IndexChange.Stored(SomeArticles.One(7, id: "x"), new(ArticleChange.Added, 3))]));

    [Fact]
    public void A_store_whose_article_is_not_what_was_stored_is_reported()
    {
        using (var store = new SqliteConnection($"Data Source={Paths.Store};Pooling=False"))
        {
            store.Open();
            StoreSchema.Execute(store, "UPDATE articles SET payload = (SELECT payload FROM articles WHERE id = 'a2') WHERE id = 'a1'");
        }

        using var archive = Archive.Open(_folder.Options with { ReadOnly = true });
        Assert.Equal("Store: article a1 cannot be read or is not what was stored.", Assert.Single(archive.Problems()));
    }

    [Fact]
    public void What_the_index_has_yet_to_see_is_no_problem()
    {
        using (var store = ArticleStore.Open(Paths))
        {
            store.Writer!.Put([PackedArticle.Of(SomeArticles.One(1, "बदला")), PackedArticle.Of(SomeArticles.One(60))]);
            store.Writer.Remove("a2");
        }

        using var archive = Archive.Open(_folder.Options with { ReadOnly = true });
        var report = archive.Verify(null, TestContext.Current.CancellationToken);

        Assert.Empty(report.Problems);
        Assert.Equal((50, 53, 50), (report.Articles, report.Generation, report.IndexedGeneration));
    }

    [Fact]
    public async Task A_check_beside_a_writer_that_commits_finds_nothing_wrong()
    {
        using var go = new CancellationTokenSource();
        using var writing = _folder.Open();
        var changing = Task.Run(() =>
        {
            for (var round = 0; !go.IsCancellationRequested; round++)
            {
                writing.Index(SomeArticles.Many(400, round * 400), null, CancellationToken.None);
                writing.Verify(null, CancellationToken.None);
            }
        }, TestContext.Current.CancellationToken);
        for (var check = 0; check < 10; check++)
        {
            using var archive = Archive.Open(_folder.Options with { ReadOnly = true });
            var problems = archive.Problems();

            // A writer that commits faster than a check takes can spoil every try; nothing that is wrong would name an article.
            Assert.DoesNotContain(problems, problem => problem.Contains("article", StringComparison.Ordinal) && !problem.Contains("cannot be read", StringComparison.Ordinal));
        }

        await go.CancelAsync();
        await changing;
        Assert.Empty(writing.Problems());
    }

    private void Finds(string problem, Action<DocumentWriter> damage)
    {
        using (var directory = new IndexDirectory(Paths.Index))
        using (var writer = new DocumentWriter(directory, 16))
        {
            damage(writer);
            writer.Commit(ArticleIndex.StampOf(Paths.Index));
        }

        using var archive = Archive.Open(_folder.Options with { ReadOnly = true });
        Assert.Contains(archive.Problems(), found => found.Contains(problem, StringComparison.Ordinal));
    }
}
