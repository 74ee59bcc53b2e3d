using SearchService.Engine.Indexing;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Indexing;

public sealed class ArticleIndexTests
{
    [Fact]
    public void Many_articles_beside_the_largest_segment_are_merged_with_it()
    {
        using var folder = new TemporaryFolder();
        using var index = ArticleIndex.Open(folder.Path, "store", new ArchiveOptions { Folder = folder.Path });
        Add(index, 1, 40);
        Add(index, 41, 20);
        Assert.True(Segments(index) > 1);

        Assert.True(index.Settle() > TimeSpan.Zero);
        index.Refresh();

        Assert.Equal(1, Segments(index));
        using var found = index.Acquire();
        Assert.Equal(60, found.Searcher.IndexReader.NumDocs);
    }

    [Fact]
    public void A_few_articles_beside_the_largest_segment_are_left_there()
    {
        using var folder = new TemporaryFolder();
        using var index = ArticleIndex.Open(folder.Path, "store", new ArchiveOptions { Folder = folder.Path });
        Add(index, 1, 60);
        index.Settle();
        Add(index, 61, 5);

        Assert.Equal(TimeSpan.Zero, index.Settle());
        index.Refresh();

        Assert.True(Segments(index) > 1);
    }

    private static void Add(ArticleIndex index, int first, int count)
    {
        index.Apply([.. Enumerable.Range(first, count).Select(number => IndexChange.Stored(SomeArticles.One(number), new(ArticleChange.Added, number)))], first + count - 1);
        index.Refresh();
        index.Commit();
    }

    private static int Segments(ArticleIndex index)
    {
        using var snapshot = index.Acquire();
        return snapshot.Searcher.Segments.Count;
    }
}
