using SearchService.Language.Transliteration;

namespace SearchService.Language.Tests.Transliteration;

public class LetterNamesTests
{
    [Theory]
    [InlineData("cbse", "सीबीएसई")]
    [InlineData("bjp", "बीजेपी")]
    [InlineData("up", "यूपी")]
    [InlineData("who", "डब्ल्यूएचओ")]
    public void An_abbreviation_is_spelt_by_its_letters_and_read_back(string latin, string devanagari)
    {
        Assert.Contains(devanagari, LetterNames.Spell(latin));
        Assert.Equal(latin, LetterNames.Read(devanagari));
    }

    [Theory]
    [InlineData("भारत")]
    [InlineData("सीता")]
    [InlineData("")]
    public void A_word_is_no_abbreviation(string word) => Assert.Null(LetterNames.Read(word));
}
