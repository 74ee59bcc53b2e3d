using SearchService.Language.Correction;

namespace SearchService.Language.Tests.Correction;

public class UnitTests
{
    [Theory]
    [InlineData("हिन्दी", "ह ि न् द ी")]
    [InlineData("लड़ाई", "ल ड़ ा ई")]
    [InlineData("बढ़्या", "ब ढ़् य ा")]
    [InlineData("अंक", "अ ं क")]
    [InlineData("delhi", "d e l h i")]
    [InlineData("", "")]
    public void A_consonant_holds_its_nukta_and_virama_and_all_else_stands_alone(string word, string units) =>
        Assert.Equal(units.Normalize(), string.Join(' ', Unit.All(word.Normalize()).Select(unit => $"{unit.Letter}{(unit.HasNukta ? "\u093C" : "")}{(unit.IsDead ? "\u094D" : "")}")));

    [Fact]
    public void A_nukta_letter_that_is_one_code_point_is_its_base_with_a_nukta() =>
        Assert.Equal([new Unit('न', HasNukta: true, IsDead: true), new Unit('त')], Unit.All("\u0929\u094Dत"));
}
