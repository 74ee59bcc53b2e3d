using SearchService.Language.Concepts;
using SearchService.Language.Lexicon;

namespace SearchService.Language.Tests.Lexicon;

public class SeedLexiconTests
{
    [Fact]
    public void It_holds_the_vocabulary_of_news() => Assert.True(SeedLexicon.Table.Count > 15_000, $"{SeedLexicon.Table.Count} headwords");

    [Theory]
    [InlineData("chief minister", "मुख्यमंत्री")]
    [InlineData("no-confidence motion", "अविश्वास प्रस्ताव")]
    [InlineData("landslide", "भूस्खलन")]
    [InlineData("landslides", "भूस्खलन")]
    [InlineData("elections", "चुनाव")]
    [InlineData("children", "बच्चा")]
    [InlineData("stopped", "रोकना")]
    [InlineData("labour", "श्रम")]
    [InlineData("labor", "श्रम")]
    [InlineData("germany", "जर्मनी")]
    public void A_word_or_phrase_has_its_rendering_in_any_inflection(string english, string hindi) =>
        Assert.Contains(hindi, SeedLexicon.Table.Renderings(english).Select(rendering => rendering.Text));

    [Fact]
    public void Renderings_are_words_of_Devanagari_strongest_first()
    {
        foreach (var (headword, renderings) in SeedLexicon.Table.Entries)
        {
            Assert.All(renderings, rendering => Assert.Matches(@"^[\u0900-\u097F0-9 .\-\u200d]+$", rendering.Text));
            Assert.True(renderings.Zip(renderings.Skip(1)).All(pair => pair.First.Weight >= pair.Second.Weight), headword);
        }
    }

    [Fact]
    public void An_irregular_form_leads_to_a_headword() =>
        Assert.Equal(SeedLexicon.Table.Renderings("go"), SeedLexicon.Table.Renderings("went"));

    [Fact]
    public void A_Hindi_word_leads_back_to_English() =>
        Assert.Contains("landslide", SeedLexicon.Table.English("भूस्खलन").Select(rendering => rendering.Text));

    [Fact]
    public void A_loan_word_is_a_transliteration() =>
        Assert.Contains(SeedLexicon.Table.Renderings("schengen"), rendering => rendering is { Text: "शेंगेन", Reason: FormReason.Transliteration });
}
