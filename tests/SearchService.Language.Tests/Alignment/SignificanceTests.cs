using SearchService.Language.Alignment;

namespace SearchService.Language.Tests.Alignment;

public class SignificanceTests
{
    [Theory]
    // 1 / 100; 1 / C(100, 2); the whole of the distribution; the table of the lady who tastes tea.
    [InlineData(100, 1, 1, 1, 4.605)]
    [InlineData(100, 2, 2, 2, 8.507)]
    [InlineData(100, 0, 10, 10, 0)]
    [InlineData(8, 3, 4, 4, 1.415)]
    public void It_is_the_tail_of_the_hypergeometric_distribution(int pairs, int both, int left, int right, double expected) =>
        Assert.Equal(expected, new Significance(pairs).OfChance(both, left, right), 0.001);

    [Theory]
    [InlineData(10)]
    [InlineData(1_000)]
    [InlineData(60_000)]
    public void Two_words_seen_once_and_together_do_not_hold_but_seen_twice_they_do(int pairs)
    {
        var significance = new Significance(pairs);

        Assert.False(significance.Holds(1, 1, 1));
        Assert.True(significance.Holds(2, 2, 2));
        Assert.False(significance.Holds(2, pairs / 2, pairs / 2));
    }

    [Fact]
    public void Words_that_are_independent_by_construction_hardly_ever_hold()
    {
        var random = new Random(3);
        var significance = new Significance(2_000);
        var held = 0;
        for (var trial = 0; trial < 2_000; trial++)
        {
            var (left, right) = (random.Next(1, 200), random.Next(1, 200));
            var chosen = Enumerable.Range(0, 2_000).ToArray();
            random.Shuffle(chosen);
            var both = chosen[..left].Count(pair => pair < right);
            held += both > 0 && significance.Holds(both, left, right) ? 1 : 0;
        }

        // By the test's own meaning, one in 2,000 is expected.
        Assert.InRange(held, 0, 5);
    }
}
