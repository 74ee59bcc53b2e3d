using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Engine.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Storage;

public sealed class ArticleStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private ArticleStore _store;

    public ArticleStoreTests() => _store = ArticleStore.Open(Paths);

    private ArchivePaths Paths => new(_folder.Path);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Every_change_takes_the_next_number_and_what_is_unchanged_takes_none()
    {
        Assert.Equal([new(ArticleChange.Added, 1), new(ArticleChange.Added, 2)], Put(SomeArticles.One(1), SomeArticles.One(2)));
        Assert.Equal([new(ArticleChange.Unchanged, 0), new(ArticleChange.Updated, 3)], Put(SomeArticles.One(2), SomeArticles.One(1, "और")));
        Assert.Equal(4, _store.Writer!.Remove("a2"));
        Assert.Null(_store.Writer.Remove("a2"));
        Assert.Equal([new(ArticleChange.Added, 5)], Put(SomeArticles.One(2)));
        Assert.Equal(new StoreCounts(2, 5), _store.Counts());
    }

    [Fact]
    public void The_changes_after_any_number_lead_to_the_same_articles()
    {
        var random = new Random(7);
        for (var step = 0; step < 300; step++)
        {
            var number = random.Next(25);
            if (random.Next(4) == 0)
                _store.Writer!.Remove($"a{number}");
            else
                Put(SomeArticles.One(number, $"पाठ {random.Next(3)}"));
        }

        var expected = _store.Read(reader => reader.After(0, int.MaxValue)).Select(row => (row.Row.Id, row.Row.Sequence)).Order();
        var end = _store.Generation;
        for (var start = 0L; start <= end; start += 13)
        {
            var articles = start == 0 ? [] : Replayed([], 0, start);
            Assert.Equal(expected, Replayed(articles, start, long.MaxValue).Select(pair => (pair.Key, pair.Value)).Order());
        }
    }

    [Fact]
    public void A_number_is_not_used_again_when_the_last_change_was_a_removal_and_the_store_is_opened_anew()
    {
        Put(SomeArticles.One(1), SomeArticles.One(2));
        _store.Writer!.Remove("a2");
        var identity = _store.Identity;

        _store.Dispose();
        _store = ArticleStore.Open(Paths);

        Assert.Equal(identity, _store.Identity);
        Assert.Equal(3, _store.Generation);
        Assert.Equal(4, Put(SomeArticles.One(3))[0].Sequence);
    }

    [Fact]
    public void A_row_keeps_the_number_of_its_first_adding()
    {
        Put(SomeArticles.One(1));
        Put(SomeArticles.One(1, "दो"));
        Put(SomeArticles.One(1, "तीन"));

        var row = _store.Read(reader => reader.Find("a1"))!;

        Assert.Equal((3, 1), (row.Sequence, row.AddedAt));
        Assert.Null(_store.Read(reader => reader.Find(2)));
        Assert.Equal("तीन", _store.Find(2, "a1")!.Body);
    }

    [Theory]
    [InlineData("समाचार/२०२१?क=ख")]
    [InlineData("e\u0301 — 𝄞 \u200D'\"%_;--")]
    [InlineData(" अगल-बगल ")]
    public void Ids_are_any_text(string id)
    {
        Put(SomeArticles.One(1, id: id), SomeArticles.One(2, id: id + "x"));

        Assert.Equal(id, _store.Find(id)!.Id);
        Assert.NotNull(_store.Writer!.Remove(id));
        Assert.Null(_store.Find(id));
        Assert.NotNull(_store.Find(id + "x"));
    }

    [Fact]
    public async Task Readers_see_whole_transactions_while_another_writes()
    {
        using var done = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var round = 0; round < 40; round++)
                Put([.. Enumerable.Range(0, 50).Select(number => SomeArticles.One(number, $"पाठ {round}"))]);
            await done.CancelAsync();
        }, TestContext.Current.CancellationToken);
        while (!done.IsCancellationRequested)
        {
            var rows = _store.Read(reader => reader.After(0, 1_000));
            Assert.True(rows.Count is 0 or 50, $"{rows.Count} rows");
            Assert.Single(rows.Select(row => row.Row.Payload.Read().Body).DefaultIfEmpty("").Distinct());
        }

        await writing;
    }

    [Fact]
    public void A_store_of_a_later_schema_is_left_alone()
    {
        StoreSchema.Execute(_store.Writer!.Connection, "PRAGMA user_version = 2");
        _store.Dispose();

        Assert.Equal("archive_damaged", Assert.Throws<ArchiveException>(() => ArticleStore.Open(Paths)).Code);
    }

    private StoreChange[] Put(params Article[] articles) => _store.Writer!.Put([.. articles.Select(PackedArticle.Of)]);

    // Applies the changes numbered from start + 1 to end, as far as the store still has them, in pieces.
    private Dictionary<string, long> Replayed(Dictionary<string, long> articles, long start, long end)
    {
        for (var at = start; _store.Read(reader => StoreChanges.Next(reader, at, 17)) is { Count: > 0 } changes; at = changes[^1].Sequence)
        {
            foreach (var change in changes.Where(change => change.Sequence <= end))
            {
                if (change.Row is null)
                    articles.Remove(change.Id);
                else
                    articles[change.Id] = change.Sequence;
            }
        }

        return articles;
    }
}
