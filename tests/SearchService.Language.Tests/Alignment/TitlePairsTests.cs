using SearchService.Language.Alignment;

namespace SearchService.Language.Tests.Alignment;

public class TitlePairsTests
{
    [Theory]
    [InlineData("Lavrov in Islamabad", "लावरोव इस्लामाबाद में", true)]
    [InlineData("kisan andolan jari", "किसान आंदोलन जारी", true)]
    [InlineData("लावरोव इस्लामाबाद में", "लावरोव इस्लामाबाद में", false)]
    [InlineData("Lavrov in Islamabad | लावरोव", "लावरोव इस्लामाबाद में", false)]
    [InlineData("Lavrov in Islamabad", "Lavrov in Islamabad", false)]
    [InlineData("", "लावरोव इस्लामाबाद में", false)]
    [InlineData("Lavrov", "लावरोव इस्लामाबाद में", false)]
    [InlineData("2021 04 07", "लावरोव इस्लामाबाद में", false)]
    public void Only_an_English_title_with_a_Hindi_headline_is_a_pair(string webTitle, string headline, bool taken) =>
        Assert.Equal(taken, new TitlePairs().Add(webTitle, headline));

    [Fact]
    public void What_is_printed_again_is_not_taken_again()
    {
        var pairs = new TitlePairs();

        Assert.True(pairs.Add("Lavrov in Islamabad", "लावरोव इस्लामाबाद में"));
        Assert.False(pairs.Add("Lavrov in Islamabad", "रूसी मंत्री इस्लामाबाद में"));
        Assert.False(pairs.Add("Russian minister in Islamabad", "लावरोव इस्लामाबाद में"));
        Assert.True(pairs.Add("Russian minister in Islamabad", "रूसी मंत्री इस्लामाबाद में"));
        Assert.Equal(2, pairs.Count);
    }

    [Fact]
    public void Words_of_grammar_and_numbers_are_no_headwords()
    {
        var pairs = new TitlePairs();
        pairs.Add("The 27 of Lavrov's ministers", "लावरोव के 27 मंत्रियों ने");
        pairs.English.Group();
        pairs.Hindi.Group();

        Assert.Equal([-1, -1, -1, 0, 1], pairs.EnglishOf(0).ToArray().Select(pairs.English.KeyOf));
        Assert.Equal(["lavrov", "minister"], Enumerable.Range(0, 2).Select(pairs.English.KeyText));
        Assert.Equal([0, -1, -1, 1, -1], pairs.HindiOf(0).ToArray().Select(pairs.Hindi.KeyOf));
        Assert.Equal(1, pairs.Hindi.Find("मंत्री"));
    }
}
