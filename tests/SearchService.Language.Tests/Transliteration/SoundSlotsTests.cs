using SearchService.Language.Transliteration;

namespace SearchService.Language.Tests.Transliteration;

public class SoundSlotsTests
{
    [Theory]
    [InlineData("कमल", "क a/first-bare म a/later-bare ल a/later-end")]
    [InlineData("करना", "क a/first-bare र a/later-signed न आ/final")]
    [InlineData("बच्चा", "ब a/first-dead च/double च आ/final")]
    [InlineData("अच्छा", "अ/initial च/double छ आ/final")]
    [InlineData("हिंदी", "ह इ/nasal ं/t द ई/final")]
    [InlineData("में", "म ए/nasal ं/end")]
    [InlineData("ज़मीन", "ज़ a/first-signed म ई/medial न a/later-end")]
    [InlineData("प्रेम", "प a/dead र ए/medial म a/later-end")]
    [InlineData("भाई", "भ आ/medial ई/final")]
    public void A_word_is_its_sounds_in_context(string word, string expected) =>
        Assert.Equal(expected.Normalize(), string.Join(' ', SoundSlots.Of(word.Normalize()).Select(SoundSlots.NameOf)));

    [Fact]
    public void A_word_of_another_script_has_no_sounds() => Assert.Empty(SoundSlots.Of("lavrov"));
}
