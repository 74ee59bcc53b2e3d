using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Engine.Indexing;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Indexing;

public sealed class BulkDocumentsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Changes_one_by_one_and_in_numbers_leave_what_the_last_of_each_article_says(int seed)
    {
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        using var directory = new IndexDirectory(folder.Path);
        using var writer = new DocumentWriter(directory, bufferMegabytes: 1);
        var expected = new Dictionary<string, long>();
        var sequence = 0L;
        for (var round = 0; round < 40; round++)
        {
            writer.Apply([.. Enumerable.Range(0, random.Next(3) == 0 ? 1 : random.Next(2, 300)).Select(_ => Change())]);
            if (random.Next(8) == 0)
                Check(writer, expected);
        }

        Check(writer, expected);

        IndexChange Change()
        {
            var number = random.Next(2_000);
            var id = $"a{number}";
            sequence++;
            if (random.Next(5) == 0 && expected.Remove(id))
                return IndexChange.Removed(id, sequence);
            var change = expected.ContainsKey(id) ? ArticleChange.Updated : ArticleChange.Added;
            expected[id] = sequence;
            return IndexChange.Stored(SomeArticles.One(number), new(change, sequence));
        }
    }

    private static void Check(DocumentWriter writer, Dictionary<string, long> expected)
    {
        using var reader = writer.Reopen(null)!;
        Assert.Equal(expected.Count, reader.NumDocs);
        var found = new Dictionary<string, long>();
        foreach (var leaf in reader.Leaves)
        {
            var sequences = leaf.AtomicReader.GetNumericDocValues(IndexFields.Sequence);
            foreach (var (id, _) in expected)
            {
                var documents = leaf.AtomicReader.GetTermDocsEnum(new Term(IndexFields.Id, id));
                while (documents is not null && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                {
                    if (leaf.AtomicReader.LiveDocs?.Get(documents.DocID) ?? true)
                        found.Add(id, sequences.Get(documents.DocID));
                }
            }
        }

        Assert.Equal(expected.OrderBy(article => article.Key), found.OrderBy(article => article.Key));
    }
}
