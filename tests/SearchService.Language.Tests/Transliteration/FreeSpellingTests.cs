using SearchService.Language.Normalization;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Tests.Transliteration;

public class FreeSpellingTests
{
    private static readonly FreeSpelling Spelling = new(Channel.Default, LetterModel.Default);

    [Theory]
    [InlineData("lavrov", "लावरोव")]
    [InlineData("zelensky", "जेलेंस्की")]
    [InlineData("netanyahu", "नेतन्याहू")]
    [InlineData("zuckerberg", "जुकर्बर्ग")]
    [InlineData("shreeniwas", "श्रीनिवास")]
    [InlineData("vishwanathan", "विश्वानाथन")]
    [InlineData("mujhe", "मुझे")]
    [InlineData("trump", "ट्रंप")]
    public void Names_and_words_are_spelt_as_papers_would(string latin, string expected) => Assert.Contains(expected, Spelling.Of(latin, 3).Select(one => one.Text));

    [Fact]
    public void What_is_spelt_is_a_word_of_whole_letters_in_NFC_the_likeliest_first()
    {
        var random = new Random(7);
        for (var tries = 0; tries < 400; tries++)
        {
            var latin = string.Concat(Enumerable.Range(0, random.Next(1, FreeSpelling.MaxLength + 1)).Select(_ => "abcdefghijklmnopqrstuvwxyzaeiouaeiou"[random.Next(36)]));
            var found = Spelling.Of(latin, 3);
            Assert.True(found.Count <= 3 && found.Select(one => one.Text).Distinct().Count() == found.Count, latin);
            Assert.Equal(found.Order(Comparer<(string, float Cost)>.Create((one, other) => one.Cost.CompareTo(other.Cost))), found);
            foreach (var (text, _) in found)
            {
                Assert.True(text.IsNormalized(), text);
                Assert.DoesNotContain(text, unit => !Devanagari.IsDevanagari(unit));
                // No sign or virama without its consonant, none at the beginning, no virama at the end.
                Assert.DoesNotMatch("^[\u0901-\u0903\u093C-\u094D]|\u094D$|[^\u0915-\u0939\u093C][\u093E-\u094D]|[^\u0915-\u0939]\u093C", text);
                // It can be written as it was typed.
                Assert.True(float.IsFinite(new SpellingCost(Channel.Default).Of(SoundSlots.Of(text), latin)), $"{latin} {text}");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("qqqqqq")]
    [InlineData("asdfgh")]
    [InlineData("Lavrov")]
    [InlineData("covid19")]
    [InlineData("लावरोव")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_romanised_word_is_not_spelt(string text) => Assert.Empty(Spelling.Of(text, 3));
}
