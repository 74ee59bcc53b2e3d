using SearchService.Articles;
using SearchService.Engine.Related;
using SearchService.Engine.Tests.Stories;
using Xunit;

namespace SearchService.Engine.Tests.Related;

public class RelatedArticlesTests
{
    private readonly Random _random = new(3);

    [Fact]
    public void CopiesStandOldestFirstWithWhatTheyShare()
    {
        var text = Texts.Of(_random, 100);
        using var archive = new TestArchive(
            Article("late", text, day: 3),
            Article("first", text, day: 1),
            Article("longer", text + " " + Texts.Of(_random, 100), day: 2),
            Article("undated", Texts.Edited(_random, text, 0.1), day: null),
            Article("other", Texts.Of(_random, 100), day: 1));

        var copies = archive.Archive.Copies("late")!;

        Assert.Equal(4, copies.Total);
        Assert.Equal(["first", "longer", "late", "undated"], copies.Articles.Select(copy => copy.Id));
        Assert.Equal([true, false, false, false], copies.Articles.Select(copy => copy.IsFirst));
        Assert.Equal([false, false, true, false], copies.Articles.Select(copy => copy.IsThis));
        Assert.Equal((1.0, 1.0), (copies.Articles[0].SharedOfCopy, copies.Articles[0].SharedOfArticle));
        Assert.Equal((0.5, 1.0), (copies.Articles[1].SharedOfCopy, copies.Articles[1].SharedOfArticle));
        Assert.InRange(copies.Articles[3].SharedOfArticle, 0.6, 0.95);
    }

    [Fact]
    public void AnArticleWithoutCopiesIsItsOwnStory()
    {
        using var archive = new TestArchive(Article("one", Texts.Of(_random, 100), day: 1), Article("short", "रूस", day: null));

        Assert.Equal(["one"], archive.Archive.Copies("one")!.Articles.Select(copy => copy.Id));
        Assert.False(Assert.Single(archive.Archive.Copies("short")!.Articles).IsFirst);
        Assert.Null(archive.Archive.Copies("none"));
        Assert.Null(archive.Archive.Similar("none", 10));
    }

    [Fact]
    public void SimilarArticlesShareTheWordsThatTell()
    {
        var matter = Texts.Of(_random, 8);
        var self = matter + " " + Texts.Of(_random, 60);
        using var archive = new TestArchive(
            [
                Article("self", self, day: 1), Article("copy", self, day: 2),
                Article("near", matter + " " + Texts.Of(_random, 60), day: 1), Article("near copy", "", day: 1),
                .. Enumerable.Range(0, 40).Select(i => Article($"far{i}", Texts.Of(_random, 60) + " सरकार", day: 1)),
            ]);

        var similar = archive.Archive.Similar("self", 10)!;

        Assert.Equal(["near"], similar.Articles.Select(article => article.Id));
        Assert.InRange(similar.Articles[0].Similarity, 0.2, 1);
        Assert.All(matter.Split(' '), word => Assert.Contains(word, similar.Words));
        Assert.InRange(similar.Words.Count, 8, SignificantWords.Most);
    }

    [Theory]
    [InlineData("एक दो तीन चार पाँच", "शून्य एक दो तीन सात", 0.6, 0.6)]
    [InlineData("एक दो तीन चार", "एक दो तीन चार", 1, 1)]
    [InlineData("एक दो", "एक दो", 0, 0)]
    [InlineData("एक दो तीन", "एक दो तीन चार पाँच छह", 1, 0.5)]
    public void WordsInCommonRowsAreShared(string one, string other, double ofOne, double ofOther)
    {
        var shared = SharedWords.Of(one, other);
        Assert.Equal((ofOne, ofOther), (shared.OfOne, shared.OfOther));
    }

    private static Article Article(string id, string body, int? day) => new()
    {
        Id = id,
        Headline = id,
        Body = body,
        PublishedAt = day is { } known ? new DateTimeOffset(2021, 4, known, 0, 0, 0, TimeSpan.Zero) : null,
    };
}
