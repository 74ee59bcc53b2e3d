using SearchService.Engine.Stories;
using Xunit;

namespace SearchService.Engine.Tests.Stories;

public class SignatureTests
{
    [Theory]
    [InlineData(60, 0.1)]
    [InlineData(150, 0.2)]
    [InlineData(400, 0.3)]
    [InlineData(1500, 0.05)]
    [InlineData(3000, 0.5)]
    public void ItEstimatesTheOverlapOfTexts(int words, double edits)
    {
        var random = new Random(words);
        var faults = new List<double>();
        for (var round = 0; round < 200; round++)
        {
            var text = Texts.Of(random, words);
            var copy = Texts.Edited(random, text, edits);
            faults.Add(Signature.Compare(Of(text), Of(copy)).Resemblance - Overlap.Of(text, copy).Resemblance);
        }

        // Sampling 128 of the shingles gives 0.045 at worst; the mean of 200 is within three times 0.0035.
        Assert.InRange(faults.Average(), -0.012, 0.012);
        Assert.InRange(Math.Sqrt(faults.Average(fault => fault * fault)), 0, 0.06);
    }

    [Fact]
    public void TextsThatShareNothingLookSo()
    {
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var (one, other) = (Of(Texts.Of(random, random.Next(30, 2000))), Of(Texts.Of(random, random.Next(30, 2000))));
            Assert.False(Signature.Compare(one, other).IsCopy);
            Assert.False(Signature.ShareKey(one, other));
        }
    }

    [Fact]
    public void CopiesShareAKey()
    {
        var random = new Random(2);
        var without = 0;
        for (var round = 0; round < 500; round++)
        {
            var text = Texts.Of(random, 300);
            without += Signature.ShareKey(Of(text), Of(Texts.Edited(random, text, 0.2))) ? 0 : 1;
        }

        Assert.InRange(without, 0, 5);
    }

    [Fact]
    public void APartIsContainedInTheWhole()
    {
        var random = new Random(3);
        var text = Texts.Of(random, 500);
        var part = string.Join(' ', text.Split(' ').Take(120));

        Assert.Equal(1, Overlap.Of(text, part).Containment, 6);
        Assert.InRange(Signature.Compare(Of(text), Of(part)).Containment, 0.6, 1);
        Assert.True(Signature.Compare(Of(text), Of(part)).IsCopy);
    }

    [Fact]
    public void ATextOfFewWordsHasNone()
    {
        var bytes = new byte[Signature.Length];
        var random = new Random(4);
        Assert.False(Signature.TryMake("", bytes));
        Assert.False(Signature.TryMake(Texts.Of(random, Signature.FewestShingles + ShingleReader.Words - 2), bytes));
        Assert.True(Signature.TryMake(Texts.Of(random, Signature.FewestShingles + ShingleReader.Words - 1), bytes));
        Assert.Equal(Signature.FewestShingles, Signature.CountOf(bytes));
    }

    internal static byte[] Of(string text)
    {
        var bytes = new byte[Signature.Length];
        Assert.True(Signature.TryMake(text, bytes));
        return bytes;
    }
}
