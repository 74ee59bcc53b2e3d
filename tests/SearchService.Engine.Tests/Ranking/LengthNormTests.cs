using SearchService.Engine.Ranking;
using Xunit;

namespace SearchService.Engine.Tests.Ranking;

public class LengthNormTests
{
    // What SmallFloat.intToByte4 of Lucene 8 gives, by its published rule: 24 free values, then a mantissa of four bits.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(23, 23)]
    [InlineData(24, 24)]
    [InlineData(39, 39)]
    [InlineData(40, 40)]
    [InlineData(41, 40)]
    [InlineData(42, 41)]
    [InlineData(100, 57)]
    [InlineData(int.MaxValue, 255)]
    public void CodesALengthAsLuceneEightDoes(int length, byte norm) => Assert.Equal(norm, LengthNorm.Of(length));

    [Fact]
    public void EveryByteStandsForTheSmallestLengthThatCodesToIt()
    {
        for (var norm = 0; norm <= LengthNorm.Of(int.MaxValue); norm++)
        {
            var length = LengthNorm.LengthOf((byte)norm);
            Assert.Equal(norm, LengthNorm.Of(length));
            if (length > 0)
                Assert.True(LengthNorm.Of(length - 1) < norm);
        }
    }

    [Fact]
    public void ALongerFieldNeverHasASmallerByte()
    {
        for (var length = 1; length < 100_000; length++)
            Assert.True(LengthNorm.Of(length) >= LengthNorm.Of(length - 1));
    }
}
