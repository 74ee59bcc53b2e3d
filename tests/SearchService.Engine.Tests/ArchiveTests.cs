using System.Diagnostics;
using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using Xunit;

namespace SearchService.Engine.Tests;

/// <summary>What an archive promises about its articles, whatever happens to its files.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("searchservice-").FullName;

    [Fact]
    public void Tells_new_changed_and_unchanged_articles_apart()
    {
        using var archive = Open();

        Assert.Equal(ArticleChange.Added, archive.Put(Article("a", "रूस")));
        Assert.Equal(ArticleChange.Unchanged, archive.Put(Article("a", "रूस")));
        Assert.Equal(ArticleChange.Updated, archive.Put(Article("a", "चीन")));
        archive.Refresh();
        Assert.Empty(Ids(archive, "रूस"));
        Assert.Equal(["a"], Ids(archive, "चीन"));
        Assert.Equal(1, archive.Status.Articles);
        Assert.Equal(2, archive.Status.Generation);
    }

    [Fact]
    public void A_removed_article_is_neither_kept_nor_found()
    {
        using var archive = Open();
        archive.Put(Article("a", "रूस"));

        Assert.True(archive.Delete("a"));
        Assert.False(archive.Delete("a"));
        archive.Refresh();
        Assert.Null(archive.Find("a"));
        Assert.Empty(Ids(archive, "रूस"));
    }

    [Fact]
    public void A_change_is_found_within_a_second_without_asking()
    {
        using var archive = Open();
        archive.Put(Article("a", "रूस"));
        archive.Refresh();

        archive.Put(Article("b", "रूस"));
        var waited = Stopwatch.StartNew();
        while (Ids(archive, "रूस").Length < 2 && waited.Elapsed < TimeSpan.FromSeconds(5))
            Thread.Sleep(10);

        Assert.InRange(waited.ElapsedMilliseconds, 0, 1000);
    }

    [Fact]
    public void Keeps_everything_of_an_article()
    {
        var article = ArticleJson.Deserialize("""
            {"id":"समाचार/१","url":"https://archive.example/1","headline":"क्षेत्र","webTitle":"Area","body":"एक।\nदो।","publishedAt":"2021-04-07T14:27:42+05:30",
             "tags":["रूस"],"category":"विश्व","disclaimer":"नमूना","rating":{"stars":[1,2]}}
            """u8);
        using (var archive = Open())
            archive.Put(article);

        using var again = Open();
        Assert.Equal(ArticleJson.Serialize(article), ArticleJson.Serialize(again.Find("समाचार/१")!));
    }

    [Fact]
    public void One_id_changed_a_thousand_times_is_one_article()
    {
        using var archive = Open();
        var id = new string('अ', 2000);
        for (var i = 0; i < 1000; i++)
            archive.Put(Article(id, $"रूस {i}"));
        archive.Refresh();

        Assert.Equal([id], Ids(archive, "रूस"));
        Assert.Equal("रूस 999", archive.Find(id)!.Headline);
        Assert.True(archive.Verify(null, TestContext.Current.CancellationToken).Clean);
    }

    [Fact]
    public void Bulk_reports_each_fate_and_keeps_refusals_with_their_reason()
    {
        using var archive = Open();
        archive.Put(Article("a", "रूस"));
        archive.Put(Article("b", "रूस"));

        var report = archive.Index(
            [
                ReadOutcome.Of(Article("a", "रूस")),
                ReadOutcome.Of(Article("b", "चीन")),
                ReadOutcome.Of(Article("c", "जापान")),
                ReadOutcome.Of(new ReadFailure("page.txt", 7, "no headline and no body", "कचरा")),
            ],
            null,
            TestContext.Current.CancellationToken);

        Assert.Equal((4, 1, 1, 1, 1), (report.Read, report.Added, report.Updated, report.Unchanged, report.Refused));
        Assert.Equal(["b"], Ids(archive, "चीन"));
        var refusal = Assert.Single(File.ReadLines(Path.Combine(_folder, "refusals.jsonl")));
        Assert.Contains("no headline and no body", refusal, StringComparison.Ordinal);
        Assert.Contains("page.txt", refusal, StringComparison.Ordinal);
        Assert.Contains("कचरा", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("truncated")]
    [InlineData("commit gone")]
    public void A_damaged_index_is_made_anew_from_the_store(string damage)
    {
        using (var archive = Open())
            archive.Index(Enumerable.Range(0, 200).Select(i => ReadOutcome.Of(Article($"a{i}", "रूस"))), null, TestContext.Current.CancellationToken);
        Damage(damage);

        using var mended = Open();

        Assert.NotNull(mended.Status.Recovered);
        Assert.Equal(200, Total(mended, "रूस"));
        Assert.True(mended.Verify(null, TestContext.Current.CancellationToken).Clean);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(0.95)]
    public void A_flipped_bit_is_mended_at_opening_or_named_by_a_check(double place)
    {
        using (var archive = Open())
            archive.Index(Enumerable.Range(0, 200).Select(i => ReadOutcome.Of(Article($"a{i}", "रूस"))), null, TestContext.Current.CancellationToken);
        FlipBit(place);

        using var damaged = Open();

        // A clean close is trusted: opening reads the words, not every byte, and sees the damage only where it meets it.
        if (damaged.Status.Recovered is null)
        {
            Assert.False(damaged.Verify(null, TestContext.Current.CancellationToken).Clean);
            damaged.Rebuild(null, TestContext.Current.CancellationToken);
        }

        Assert.True(damaged.Verify(null, TestContext.Current.CancellationToken).Clean);
        Assert.Equal(200, Total(damaged, "रूस"));
    }

    [Fact]
    public void An_index_that_is_behind_takes_what_it_missed()
    {
        using (var archive = Open())
            archive.Put(Article("a", "रूस"));
        var index = Path.Combine(_folder, "index");
        var former = index + ".former";
        CopyFolder(index, former);
        using (var archive = Open())
        {
            archive.Put(Article("b", "रूस"));
            archive.Put(Article("a", "चीन"));
        }

        Directory.Delete(index, recursive: true);
        Directory.Move(former, index);
        using var behind = Open();

        Assert.Equal(["b"], Ids(behind, "रूस"));
        Assert.Equal(["a"], Ids(behind, "चीन"));
        Assert.True(behind.Verify(null, TestContext.Current.CancellationToken).Clean);
    }

    [Fact]
    public void An_index_of_another_archive_is_not_used()
    {
        using (var archive = Open())
            archive.Put(Article("a", "रूस"));
        var index = Path.Combine(_folder, "index");
        var other = Directory.CreateTempSubdirectory("searchservice-").FullName;
        using (var archive = Archive.Open(new() { Folder = other }))
            archive.Put(Article("x", "रूस"));
        Directory.Delete(index, recursive: true);
        CopyFolder(Path.Combine(other, "index"), index);

        using var mended = Open();

        Assert.Equal(["a"], Ids(mended, "रूस"));
        Directory.Delete(other, recursive: true);
    }

    [Fact]
    public void A_second_writer_is_told_that_the_archive_is_in_use_and_a_reader_is_not()
    {
        using var archive = Open();
        archive.Put(Article("a", "रूस"));

        var refused = Assert.Throws<ArchiveException>(() => Open());

        Assert.Equal("archive_in_use", refused.Code);
        Assert.Contains(Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_sees_what_is_committed_and_can_change_nothing()
    {
        using (var archive = Open())
            archive.Put(Article("a", "रूस"));

        using var reader = Archive.Open(new() { Folder = _folder, ReadOnly = true });

        Assert.Equal(["a"], Ids(reader, "रूस"));
        Assert.ThrowsAny<Exception>(() => reader.Put(Article("b", "रूस")));
    }

    [Fact]
    public void Nothing_to_read_is_said_so() =>
        Assert.Equal("archive_missing", Assert.Throws<ArchiveException>(() => Archive.Open(new() { Folder = Path.Combine(_folder, "nowhere"), ReadOnly = true })).Code);

    [Fact]
    public void Searches_go_on_while_articles_come_and_segments_merge()
    {
        using var archive = Open();
        archive.Put(Article("first", "रूस"));
        archive.Refresh();
        using var done = new CancellationTokenSource();
        var searches = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var count = 0;
            for (; !done.IsCancellationRequested; count++)
                Assert.True(Total(archive, "रूस") >= 1);
            return count;
        })).ToArray();

        archive.Index(Enumerable.Range(0, 3000).Select(i => ReadOutcome.Of(Article($"a{i % 2000}", $"रूस {i}"))), null, TestContext.Current.CancellationToken);
        done.Cancel();

        Assert.All(searches, search => Assert.True(search.GetAwaiter().GetResult() > 0));
        Assert.Equal(2001, Total(archive, "रूस"));
    }

    [Fact]
    public void A_rebuilt_index_finds_the_same()
    {
        using var archive = Open();
        archive.Index(Enumerable.Range(0, 50).Select(i => ReadOutcome.Of(Article($"a{i}", i % 2 == 0 ? "रूस" : "चीन"))), null, TestContext.Current.CancellationToken);
        var before = Ids(archive, "रूस");

        archive.Rebuild(null, TestContext.Current.CancellationToken);

        Assert.Equal(before, Ids(archive, "रूस"));
        archive.Put(Article("new", "रूस"));
        archive.Refresh();
        Assert.Equal(26, Total(archive, "रूस"));
        Assert.True(archive.Verify(null, TestContext.Current.CancellationToken).Clean);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Article Article(string id, string headline) => new() { Id = id, Headline = headline };

    private static long Total(Archive archive, string query) => Search(archive, query).Total.Value;

    private static string[] Ids(Archive archive, string query) => [.. Search(archive, query).Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal)];

    private static SearchResponse Search(Archive archive, string query)
    {
        Assert.True(SearchRequest.TryCreate(new() { Q = query, PageSize = "100" }, out var request, out _));
        return archive.Search(request, CancellationToken.None);
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private Archive Open() => Archive.Open(new() { Folder = _folder });

    private void FlipBit(double place)
    {
        var largest = LargestFile();
        var bytes = File.ReadAllBytes(largest);
        bytes[(int)(bytes.Length * place)] ^= 0x10;
        File.WriteAllBytes(largest, bytes);
    }

    private string LargestFile() => new DirectoryInfo(Path.Combine(_folder, "index")).GetFiles().OrderByDescending(file => file.Length).First().FullName;

    private void Damage(string damage)
    {
        var index = Path.Combine(_folder, "index");
        switch (damage)
        {
            case "missing":
                Directory.Delete(index, recursive: true);
                break;
            case "truncated":
                using (var file = File.OpenWrite(LargestFile()))
                    file.SetLength(file.Length / 2);
                break;
            default:
                foreach (var commit in Directory.GetFiles(index, "segments*"))
                    File.Delete(commit);
                break;
        }
    }
}
