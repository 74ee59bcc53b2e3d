using FsCheck.Fluent;
using SearchService.Engine.Comparisons;
using Xunit;

namespace SearchService.Engine.Tests.Comparisons;

public class KeynessTests
{
    [Theory]
    [InlineData(80, 40_000, 10, 60_000, 94.033, 3.585)]
    [InlineData(10, 60_000, 80, 40_000, 94.033, -3.585)]
    [InlineData(10, 1_000, 10, 1_000, 0, 0)]
    [InlineData(30, 1_000, 60, 2_000, 0, 0)]
    // 2 * 12 * ln(12 / 6), and a word that is missing counts half: log2(24).
    [InlineData(12, 1_000, 0, 1_000, 16.636, 4.585)]
    [InlineData(0, 1_000, 12, 1_000, 16.636, -4.585)]
    [InlineData(5, 100, 0, 0, 0, 0)]
    public void Is_what_the_formulas_say(long count, long words, long other, long otherWords, double likelihood, double ratio)
    {
        Assert.Equal(likelihood, Keyness.LogLikelihood(count, words, other, otherWords), 3);
        Assert.Equal(ratio, Keyness.LogRatio(count, words, other, otherWords), 3);
        Assert.Equal(ratio > 0, Keyness.IsOfFirst(count, words, other, otherWords));
    }

    [Fact]
    public void No_word_is_worth_more_than_the_bound_for_its_occurrences_says()
        => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var (words, otherWords) = (1 + random.NextInt64(1L << random.Next(1, 34)), 1 + random.NextInt64(1L << random.Next(1, 34)));
            var all = random.NextInt64(1 + Math.Min(words, otherWords));
            long[] counts = [0, all, random.NextInt64(all + 1), (long)(all * (words / (double)(words + otherWords)))];
            return counts.All(count => Keyness.LogLikelihood(count, words, all - count, otherWords) <= all * Keyness.MostPerOccurrence(words, otherWords))
                .Label($"{all} of {words} and {otherWords}");
        }).QuickCheckThrowOnFailureWith(1000);
}
