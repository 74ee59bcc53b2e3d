using Lucene.Net.Index;
using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Engine.Stories;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Stories;

public sealed class StoriesFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StoriesFileTests()
    {
        var random = new Random(21);
        var text = Texts.Of(random, 100);
        using var archive = IndexedStore.Open(_folder.Options, null);
        foreach (var (id, body) in new[] { ("a", text), ("b", Texts.Of(random, 100)), ("c", text), ("d", Texts.Edited(random, text, 0.05)) })
            archive.Put(new Article { Id = id, Headline = id, Body = body });
        archive.Refresh();
    }

    private string File => Path.Combine(_folder["index"], StoriesFile.Name);

    [Fact]
    public void Closing_an_archive_keeps_its_stories_and_opening_takes_them_from_there()
    {
        using (var archive = IndexedStore.Open(_folder.Options with { ReadOnly = true }, null))
        using (var snapshot = archive.Acquire())
        {
            Assert.Equal(3, Numbers(snapshot).Count(number => number > 0));
            // Planted: what is read here is not found anew.
            var reader = (DirectoryReader)snapshot.Searcher.IndexReader;
            var none = reader.Leaves.Select(leaf => new SegmentStories(new int[leaf.AtomicReader.MaxDoc])).ToArray();
            new StoriesFile(File).Write(SegmentWords.StateOf(reader, snapshot.Generation), new([.. reader.Leaves], none, 0));
        }

        using var planted = IndexedStore.Open(_folder.Options with { ReadOnly = true }, null);
        using var after = planted.Acquire();
        Assert.All(Numbers(after), number => Assert.Equal(0, number));
    }

    [Fact]
    public void Articles_that_come_after_opening_join_the_stories_that_were_kept()
    {
        using var archive = IndexedStore.Open(_folder.Options, null);
        archive.Put(new Article { Id = "e", Headline = "e", Body = archive.Store.Find("a")!.Body });
        archive.Refresh();
        using var snapshot = archive.Acquire();

        Assert.Equal(4, Numbers(snapshot).Count(number => number > 0));
    }

    [Fact]
    public void What_was_written_is_read_for_its_own_state_only_and_damage_is_noticed_anywhere()
    {
        using var archive = IndexedStore.Open(_folder.Options with { ReadOnly = true }, null);
        using var snapshot = archive.Acquire();
        var reader = (DirectoryReader)snapshot.Searcher.IndexReader;
        var file = new StoriesFile(_folder["stories"]);
        file.Write("state", snapshot.Searcher.Stories!);
        var whole = System.IO.File.ReadAllBytes(_folder["stories"]);

        Assert.Equal(Numbers(snapshot), file.TryRead(reader, "state")!.Segments.SelectMany(segment => segment.Numbers));
        Assert.Equal(snapshot.Searcher.Stories!.Segments.SelectMany(segment => segment.Shared), file.TryRead(reader, "state")!.Segments.SelectMany(segment => segment.Shared));
        Assert.Null(file.TryRead(reader, "another"));
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x10;
            System.IO.File.WriteAllBytes(_folder["stories"], damaged);
            Assert.Null(file.TryRead(reader, "state"));
            System.IO.File.WriteAllBytes(_folder["stories"], whole[..at]);
            Assert.Null(file.TryRead(reader, "state"));
        }
    }

    public void Dispose() => _folder.Dispose();

    private static int[] Numbers(IndexSnapshot snapshot) => [.. snapshot.Searcher.Stories!.Segments.SelectMany(segment => segment.Numbers)];
}
