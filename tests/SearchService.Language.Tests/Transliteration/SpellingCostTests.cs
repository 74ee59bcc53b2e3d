using SearchService.Language.Transliteration;

namespace SearchService.Language.Tests.Transliteration;

public class SpellingCostTests
{
    private static readonly SpellingCost Cost = new(Channel.Default);

    [Theory]
    [InlineData("लावरोव", "lavrov", "lavarova")]
    [InlineData("किसान", "kisan", "qizaan")]
    [InlineData("भारत", "bharat", "barat")]
    public void The_usual_spelling_costs_least(string devanagari, string usual, string unusual) =>
        Assert.True(Of(devanagari, usual) < Of(devanagari, unusual));

    [Theory]
    [InlineData("लावरोव", "putin")]
    [InlineData("लावरोव", "")]
    [InlineData("लावरोव", "l4vrov")]
    [InlineData("lavrov", "lavrov")]
    public void What_cannot_be_written_so_costs_without_end(string devanagari, string latin) =>
        Assert.Equal(float.PositiveInfinity, Of(devanagari, latin));

    [Fact]
    public void A_good_spelling_fits_and_a_poor_one_does_not()
    {
        Assert.InRange(SpellingCost.Fit(Of("लावरोव", "lavrov"), 6), 0.8f, 1);
        Assert.Equal(0, SpellingCost.Fit(Of("लावरोव", "putin"), 5));
    }

    private static float Of(string devanagari, string latin) => Cost.Of(SoundSlots.Of(devanagari), latin);
}
