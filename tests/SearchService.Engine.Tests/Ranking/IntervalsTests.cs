using FsCheck.Fluent;
using SearchService.Engine.Ranking;
using Xunit;

namespace SearchService.Engine.Tests.Ranking;

public class IntervalsTests
{
    [Fact]
    public void FindsWordsInARow()
    {
        var found = Phrase(0, [1, 7, 20], [2, 9, 21]);

        Assert.Equal([new(1, 2), new(20, 21)], found);
    }

    [Fact]
    public void SlopLetsWordsMoveAndTurnRound()
    {
        Assert.Empty(Phrase(0, [1], [3]));
        Assert.Equal([new(1, 3)], Phrase(1, [1], [3]));
        Assert.Empty(Phrase(1, [3], [2]));
        Assert.Equal([new(2, 3)], Phrase(2, [3], [2]));
    }

    [Fact]
    public void OneWordOfTheTextIsNotTwoWordsOfThePhrase() => Assert.Empty(Phrase(5, [4], [4]));

    [Fact]
    public void NearCountsTheWordsFromOneToTheOther()
    {
        var found = new List<Interval>();
        Intervals.Near([new(0, 1), new(30, 30)], [new(4, 4), new(28, 29)], 3, found);

        Assert.Equal([new(0, 4), new(28, 30)], found);
    }

    [Fact]
    public void ExactPhrasesAreThoseThatAPlainScanFinds()
        => Prop.ForAll(ArbMap.Default.ArbFor<(int[] First, int[] Second, int[] Third)>(), lists =>
        {
            int[][] sorted = [.. new[] { lists.First, lists.Second, lists.Third }.Select(list => list.Select(n => Math.Abs(n % 25)).Distinct().Order().ToArray())];
            var expected = sorted[0].Where(p => sorted[1].Contains(p + 1) && sorted[2].Contains(p + 2)).Select(p => new Interval(p, p + 2));
            return Phrase(0, sorted).SequenceEqual(expected);
        }).QuickCheckThrowOnFailureWith(500);

    [Fact]
    public void SloppyPhrasesAreFoundWhereverAPlainScanFindsOne()
        => Prop.ForAll(ArbMap.Default.ArbFor<(int[] First, int[] Second, FsCheck.NonNegativeInt Slop)>(), input =>
        {
            int[] first = [.. input.First.Select(n => Math.Abs(n % 40)).Distinct().Order()];
            int[] second = [.. input.Second.Select(n => Math.Abs(n % 40)).Distinct().Order()];
            var slop = input.Slop.Get % 5;
            var expected = first.Any(p => second.Any(q => p != q && Math.Abs(q - 1 - p) <= slop));
            return Phrase(slop, first, second).Count > 0 == expected;
        }).QuickCheckThrowOnFailureWith(1000);

    private static List<Interval> Phrase(int slop, params int[][] lists)
    {
        var found = new List<Interval>();
        Intervals.Phrase(lists, [.. Enumerable.Range(0, lists.Length)], slop, found);
        return found;
    }
}
