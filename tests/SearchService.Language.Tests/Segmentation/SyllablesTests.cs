using SearchService.Language.Segmentation;

namespace SearchService.Language.Tests.Segmentation;

public class SyllablesTests
{
    [Theory]
    [InlineData("अनुच्छेद", "अ|नु|च्छे|द")]
    [InlineData("स्त्री", "स्त्री")]
    [InlineData("सड़क", "स|ड़|क")]
    [InlineData("ज़्यादा", "ज़्या|दा")]
    [InlineData("क्\u200Dया", "क्\u200Dया")]
    [InlineData("क्\u200Cष", "क्\u200Cष")]
    [InlineData("दुःख", "दुः|ख")]
    [InlineData("आँख", "आँ|ख")]
    [InlineData("अर्थात्", "अ|र्था|त्")]
    [InlineData("e\u0301a", "e\u0301|a")]
    [InlineData("👍a", "👍|a")]
    [InlineData("क्a", "क्|a")]
    public void A_word_is_written_in_these_syllables(string word, string syllables)
    {
        var cut = new List<string>();
        for (int start = 0, end = 1; end <= word.Length; end++)
        {
            if (!Syllables.IsBoundary(word, end))
                continue;
            cut.Add(word[start..end]);
            start = end;
        }
        Assert.Equal(syllables.Split('|'), cut);
    }

    [Fact]
    public void A_range_is_widened_to_whole_syllables_and_a_whole_one_is_left()
    {
        const string Word = "अनुच्छेद";
        Assert.Equal((3, 4), Syllables.Widen(Word, 4, 1));
        Assert.Equal((1, 2), Syllables.Widen(Word, 1, 2));
        Assert.Equal((0, 8), Syllables.Widen(Word, 0, 8));
    }

    [Fact]
    public void A_place_outside_the_text_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Syllables.IsBoundary("क", 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Syllables.IsBoundary("क", -1));
    }
}
