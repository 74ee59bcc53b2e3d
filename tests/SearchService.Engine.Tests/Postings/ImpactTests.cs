using SearchService.Engine.Postings;
using SearchService.Engine.Ranking;
using Xunit;

namespace SearchService.Engine.Tests.Postings;

public class ImpactTests
{
    [Fact]
    public void No_posting_is_worth_more_than_its_impact_and_pairs_lose_little()
    {
        var random = new Random(11);
        var (loss, rounds) = (0.0, 2000);
        for (var round = 0; round < rounds; round++)
        {
            var most = new int[256];
            for (var i = random.Next(1, 128); i > 0; i--)
            {
                var length = (int)(20 * Math.Exp(3 * random.NextDouble()));
                ref var frequency = ref most[LengthNorm.Of(length)];
                frequency = Math.Max(frequency, 1 + (int)(Math.Pow(random.NextDouble(), 4) * (random.Next(20) == 0 ? 1000 : 12)));
            }

            var impact = Impact.Of(most, typical: 120);
            foreach (var average in (float[])[40, 120, 300])
            {
                var factors = Enumerable.Range(0, 256).Select(norm => 1 / (0.7f + (0.3f * LengthNorm.LengthOf((byte)norm) / average))).ToArray();
                var best = most.Select((frequency, norm) => frequency * factors[norm]).Max();

                Assert.True(impact.Bound(factors) >= best);
                loss += ((impact.Bound(factors) / best) - 1) / (3 * rounds);
            }
        }

        Assert.InRange(loss, 0, 0.05);
    }

    [Fact]
    public void Four_pairs_are_kept_as_they_are()
    {
        var most = new int[256];
        (most[10], most[20], most[21], most[30]) = (1, 5, 4, 9);
        var impact = Impact.Of(most, typical: 15);

        for (var best = 0; best < 256; best++)
        {
            var factors = new float[256];
            factors[best] = 2;
            Assert.Equal(best == 21 ? 0 : 2 * most[best], impact.Bound(factors));
        }
    }
}
