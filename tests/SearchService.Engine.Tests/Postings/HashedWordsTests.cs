using SearchService.Engine.Indexing;
using SearchService.Engine.Postings;
using SearchService.Language.Concepts;
using Xunit;

namespace SearchService.Engine.Tests.Postings;

public class HashedWordsTests
{
    [Fact]
    public void Words_are_found_in_the_order_of_their_hashes_however_they_came()
    {
        var (vocabulary, archive) = (new Vocabulary(), new ArchiveWords());
        var random = new Random(7);
        for (var round = 1; round <= 4; round++)
        {
            for (var i = 0; i < 100 * round; i++)
                vocabulary.Add($"w{random.Next(2000)}", 1);
            var words = archive.Of(vocabulary);

            Assert.Equal(vocabulary.Entries().Select(entry => entry.Word).OrderBy(WordHash.Of), Enumerable.Range(0, words.Count).Select(words.TextOf));
            Assert.All(Enumerable.Range(0, words.Count), word => Assert.Equal(word, words.Find(words.TextOf(word)!)));
            Assert.Same(words, archive.Of(vocabulary));
        }

        Assert.Equal(-1, archive.Of(vocabulary).Find("missing"));
        Assert.Equal((-1, -1), (archive.Of(vocabulary).Find(0), archive.Of(vocabulary).Find(ulong.MaxValue)));
        Assert.Equal((0, -1), (archive.Of(new()).Count, archive.Of(new()).Find("missing")));
    }

    [Fact]
    public void Wholes_of_compounds_have_no_text()
    {
        var vocabulary = new Vocabulary();
        vocabulary.Add("रूस-चीन", 1);
        vocabulary.Add("रूस", 1);

        var words = HashedWords.None.With(vocabulary);

        Assert.Equal(2, words.Count);
        Assert.Equal(-1, words.Find("रूस-चीन"));
        Assert.Equal("रूस", words.TextOf(words.Find("रूस")));
    }
}
