using SearchService.Language.Concepts;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Tests.Transliteration;

public class SoundReadingsTests
{
    private static readonly string[] Held =
    [
        "लावरोव", "लावा", "किसान", "किस", "आंदोलन", "पाकिस्तान", "पाक", "कुरैशी", "वैक्सीन", "भाजपा", "बीजेपी", "सीबीएसई", "सड़क", "सरकार", "सर", "बच्चों",
        "इस्लामाबाद", "शिक्षा", "ज्ञान", "फिल्म", "वर्षा", "में", "मैं", "हूं", "क़व्वाली",
    ];

    [Theory]
    [InlineData("lavrov", "लावरोव")]
    [InlineData("kisan", "किसान")]
    [InlineData("kisaan", "किसान")]
    [InlineData("andolan", "आंदोलन")]
    [InlineData("aandolan", "आंदोलन")]
    [InlineData("pakistan", "पाकिस्तान")]
    [InlineData("qureshi", "कुरैशी")]
    [InlineData("kureshi", "कुरैशी")]
    [InlineData("bjp", "बीजेपी")]
    [InlineData("cbse", "सीबीएसई")]
    [InlineData("sadak", "सड़क")]
    [InlineData("sarak", "सड़क")]
    [InlineData("bachchon", "बच्चों")]
    [InlineData("bachon", "बच्चों")]
    [InlineData("islamabad", "इस्लामाबाद")]
    [InlineData("shiksha", "शिक्षा")]
    [InlineData("gyan", "ज्ञान")]
    [InlineData("film", "फिल्म")]
    [InlineData("varsha", "वर्षा")]
    [InlineData("qawwali", "क़व्वाली")]
    public void A_romanised_word_finds_the_word_of_the_archive(string latin, string devanagari)
    {
        var readings = Over(Held).Of(latin);
        Assert.Equal(devanagari.Normalize(), readings[0].Text);
        Assert.InRange(readings[0].Weight, 0.4f, 1f);
    }

    [Theory]
    [InlineData("लावरोव", "lavrov")]
    [InlineData("कुरैशी", "qureshi")]
    [InlineData("सीबीआई", "cbi")]
    [InlineData("पाकिस्तान", "pakistan")]
    public void A_Devanagari_word_finds_the_Latin_word_of_the_archive(string devanagari, string latin) =>
        Assert.Equal(latin, Over(["lavrov", "love", "qureshi", "quran", "cbi", "pakistan", "park", "visit"]).Of(devanagari)[0].Text);

    [Theory]
    [InlineData("zzzz")]
    [InlineData("committee")]
    [InlineData("2021")]
    [InlineData("café")]
    [InlineData("")]
    public void What_nothing_sounds_like_has_no_reading(string latin) => Assert.Empty(Over(Held).Of(latin));

    [Fact]
    public void Words_that_are_gone_are_no_readings()
    {
        var vocabulary = Words(["लावरोव"]);
        var readings = new SoundReadings(vocabulary, Channel.Default);
        Assert.NotEmpty(readings.Of("lavrov"));
        vocabulary.Add("लावरोव", -1);
        vocabulary.Add("नया", 1);
        Assert.Empty(readings.Of("lavrov"));
    }

    private static SoundReadings Over(string[] words) => new(Words(words), Channel.Default);

    private static Vocabulary Words(string[] words)
    {
        var vocabulary = new Vocabulary();
        foreach (var word in words)
            vocabulary.Add(word.Normalize(), 1);
        return vocabulary;
    }
}
