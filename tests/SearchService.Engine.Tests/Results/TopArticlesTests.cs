using FsCheck.Fluent;
using SearchService.Engine.Results;
using Xunit;

namespace SearchService.Engine.Tests.Results;

public class TopArticlesTests
{
    [Fact]
    public void KeepsWhatAFullSortPutsFirst()
        => Prop.ForAll(ArbMap.Default.ArbFor<(byte[] Keys, byte Capacity)>(), input =>
        {
            var capacity = (input.Capacity % 12) + 1;
            var top = new TopArticles(capacity);
            var all = input.Keys.Select((key, i) => new RankedArticle(i, key % 7, i, 0)).ToArray();
            foreach (var article in all)
                top.Offer(article);
            var expected = all.OrderByDescending(a => a.Key).ThenBy(a => a.Sequence).Take(capacity);
            return top.Sorted().SequenceEqual(expected);
        }).QuickCheckThrowOnFailureWith(500);

    [Fact]
    public void TheEarlierArticleIsFirstAmongEquals()
    {
        var top = new TopArticles(1);
        top.Offer(new(1, 2.5, 9, 0));
        top.Offer(new(2, 2.5, 8, 0));

        Assert.Equal(8, top.Sorted()[0].Sequence);
    }
}
