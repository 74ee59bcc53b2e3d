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
}
