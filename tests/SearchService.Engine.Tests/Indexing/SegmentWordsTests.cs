using Lucene.Net.Index;
using SearchService.Engine.Indexing;
using SearchService.Engine.Tests.Storage;
using SearchService.Language.Concepts;
using Xunit;

namespace SearchService.Engine.Tests.Indexing;

public sealed class SegmentWordsTests
{
    [Fact]
    public void Counts_are_those_of_the_field_with_most_articles_and_a_merge_does_not_count_twice()
    {
        using var folder = new TemporaryFolder();
        using var directory = new IndexDirectory(folder.Path);
        using var writer = new DocumentWriter(directory, 16);
        var vocabulary = new Vocabulary();
        DirectoryReader? reader = null;
        for (var number = 1; number <= 40; number++)
        {
            writer.Apply([IndexChange.Stored(SomeArticles.One(number, $"समाचार केवल{number}"), new(ArticleChange.Added, number))]);
            var newer = writer.Reopen(reader)!;
            SegmentWords.Update(vocabulary, reader, newer);
            reader?.Dispose();
            reader = newer;

            Assert.Equal(number, vocabulary.CountOf("समाचार"));
            Assert.Equal(1, vocabulary.CountOf($"केवल{number}"));
            Assert.Equal(number, vocabulary.CountOf("news"));
        }

        Assert.True(reader!.Leaves.Count < 40, "no merge took place");
        reader.Dispose();
    }

    [Fact]
    public void A_fresh_count_of_all_segments_is_the_same_as_the_one_kept_up()
    {
        using var folder = new TemporaryFolder();
        using var archive = IndexedStore.Open(folder.Options, null);
        for (var round = 0; round < 20; round++)
        {
            archive.Index(SomeArticles.Many(50, round * 50), null, TestContext.Current.CancellationToken);
            archive.Refresh();
        }

        using var snapshot = archive.Acquire();
        var fresh = new Vocabulary();
        SegmentWords.Update(fresh, null, (DirectoryReader)snapshot.Searcher.IndexReader);

        Assert.Equal(fresh.Entries().Order(), snapshot.Interpreter.Vocabulary.Entries().Where(entry => entry.Count > 0).Order());
    }
}
