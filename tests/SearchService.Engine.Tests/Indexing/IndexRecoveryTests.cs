using Microsoft.Data.Sqlite;
using SearchService.Engine.Indexing;
using SearchService.Engine.Storage;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Indexing;

public sealed class IndexRecoveryTests : IDisposable
{
    private const int Articles = 200;

    private readonly TemporaryFolder _folder = new();

    private ArchivePaths Paths => new(_folder.Path);

    public IndexRecoveryTests()
    {
        using var archive = _folder.Open();
        archive.Take(SomeArticles.Many(Articles));
        archive.Put(SomeArticles.One(3, "बदला"));
        archive.Delete("a4");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_index_is_made_anew()
    {
        Directory.Delete(Paths.Index, recursive: true);

        OpensMended("there was none");
    }

    [Theory]
    [InlineData("*.blk")]
    [InlineData("*.tim")]
    [InlineData("*.dvd")]
    [InlineData("*.fdt")]
    [InlineData("*.si")]
    [InlineData("segments_*")]
    public void An_index_with_a_file_cut_short_is_made_anew(string pattern)
    {
        foreach (var file in Files(pattern))
        {
            using var stream = new FileStream(file, FileMode.Open);
            stream.SetLength(stream.Length * 2 / 3);
        }

        OpensMended("");
    }

    [Theory]
    [InlineData("*.blk")]
    [InlineData("*.len")]
    [InlineData("*.si")]
    public void An_index_with_a_file_missing_is_made_anew(string pattern)
    {
        foreach (var file in Files(pattern))
            File.Delete(file);

        OpensMended("");
    }

    [Theory]
    [InlineData("*.blk")]
    [InlineData("*.pos")]
    [InlineData("*.tim")]
    [InlineData("*.fdt")]
    public void A_flipped_bit_is_found_by_verify_and_by_the_opening_after_a_crash(string pattern)
    {
        var file = Files(pattern)[0];
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 4;
        File.WriteAllBytes(file, bytes);

        using (var reader = Archive.Open(_folder.Options with { ReadOnly = true }))
            Assert.NotEmpty(reader.Problems());
        File.WriteAllText(Paths.LockOwner, "1");
        OpensMended("damaged");
    }

    [Fact]
    public void An_index_that_is_behind_is_brought_up_with_what_it_lacks()
    {
        var behind = _folder["behind"];
        CopyIndex(Paths.Index, behind);
        using (var archive = _folder.Open())
        {
            archive.Put(SomeArticles.One(5, "नया पाठ"));
            archive.Put(SomeArticles.One(500));
            archive.Delete("a6");
            archive.Delete("a7");
            archive.Put(SomeArticles.One(7, "फिर से"));
        }

        Directory.Delete(Paths.Index, recursive: true);
        Directory.Move(behind, Paths.Index);

        using var again = _folder.Open();
        Assert.Contains("5 changes were replayed", again.Status.Recovered!, StringComparison.Ordinal);
        Assert.Equal((199, 207), (again.Status.Articles, again.Status.Generation));
        Assert.Empty(again.Problems());
    }

    [Fact]
    public void An_index_ahead_of_its_store_is_made_anew()
    {
        using (var copy = new SqliteConnection($"Data Source={Paths.Store};Pooling=False"))
        {
            copy.Open();
            StoreSchema.Execute(copy, "DELETE FROM removals; DELETE FROM articles WHERE seq > 150");
        }

        OpensMended("ahead of the store", 148);
    }

    [Fact]
    public void An_index_of_another_store_is_made_anew()
    {
        using (var copy = new SqliteConnection($"Data Source={Paths.Store};Pooling=False"))
        {
            copy.Open();
            StoreSchema.Execute(copy, "UPDATE properties SET value = 'another' WHERE name = 'identity'");
        }

        OpensMended("another store");
    }

    [Fact]
    public void An_index_of_another_schema_is_made_anew()
    {
        using (var directory = new IndexDirectory(Paths.Index))
        using (var writer = new DocumentWriter(directory, 16))
        {
            writer.Apply([IndexChange.Removed("none", 999)]);
            writer.Commit(ArticleIndex.StampOf(Paths.Index) with { Schema = 0 });
        }

        OpensMended("schema 0");
    }

    [Fact]
    public void A_crash_between_the_two_renames_of_a_rebuild_loses_nothing()
    {
        Directory.Move(Paths.Index, Paths.OldIndex);
        Directory.CreateDirectory(Paths.NewIndex);
        File.WriteAllText(Path.Combine(Paths.NewIndex, "half"), "");

        using var archive = _folder.Open();
        Assert.Null(archive.Status.Recovered);
        Assert.False(Directory.Exists(Paths.NewIndex));
        Assert.Equal(Articles - 1, archive.Status.Articles);
    }

    [Fact]
    public void A_stored_article_that_cannot_be_read_is_left_out_and_named_by_verify()
    {
        using (var store = new SqliteConnection($"Data Source={Paths.Store};Pooling=False"))
        {
            store.Open();
            StoreSchema.Execute(store, "UPDATE articles SET payload = x'0100000000' WHERE id = 'a9'");
        }

        Directory.Delete(Paths.Index, recursive: true);
        using var archive = _folder.Open();
        Assert.Equal(Articles - 2, archive.Status.Articles);
        Assert.Contains(archive.Problems(), problem => problem.Contains("a9", StringComparison.Ordinal));
        Assert.Equal("archive_damaged", Assert.Throws<ArchiveException>(() => archive.Find("a9")).Code);
    }

    private string[] Files(string pattern)
    {
        var files = Directory.GetFiles(Paths.Index, pattern);
        Assert.NotEmpty(files);
        return files;
    }

    private void OpensMended(string reason, int articles = Articles - 1)
    {
        using var archive = _folder.Open();
        Assert.Contains(reason, archive.Status.Recovered ?? "nothing", StringComparison.Ordinal);
        Assert.Contains("made anew", archive.Status.Recovered!, StringComparison.Ordinal);
        Assert.Equal(articles, archive.Status.Articles);
        Assert.Empty(archive.Problems());
    }

    private static void CopyIndex(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
