using FsCheck.Fluent;
using SearchService.Engine.Comparisons;
using Xunit;

namespace SearchService.Engine.Tests.Comparisons;

public class BestWordsTests
{
    [Fact]
    public void Are_those_that_sorting_all_finds()
        => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var (offered, most) = (Enumerable.Range(0, random.Next(60)).Select(word => ((double)random.Next(12), Word: word)).ToList(), random.Next(1, 20));
            var best = new BestWords(most);
            foreach (var (keyness, word) in offered)
                best.Offer(keyness, word);
            return best.Words.Order().SequenceEqual(offered.OrderByDescending(one => one.Item1).ThenBy(one => one.Word).Take(most).Order())
                && offered.All(one => !best.CanTake(one.Item1) || best.Words.Count() < most || one.Item1 > best.Words.Min(kept => kept.Keyness));
        }).QuickCheckThrowOnFailureWith(300);
}
