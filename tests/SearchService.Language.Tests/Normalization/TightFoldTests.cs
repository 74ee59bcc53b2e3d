using FsCheck;
using FsCheck.Fluent;
using SearchService.Language.Normalization;

namespace SearchService.Language.Tests.Normalization;

public class TightFoldTests
{
    [Theory]
    [InlineData("हिन्दी", "हिंदी")] // न + द, dental
    [InlineData("सम्बन्ध", "संबंध")] // म + ब, labial
    [InlineData("पण्डित", "पंडित")] // ण + ड, retroflex
    [InlineData("चञ्चल", "चंचल")] // ञ + च, palatal
    [InlineData("गङ्गा", "गंगा")] // ङ + ग, velar
    [InlineData("हँसना", "हंसना")]
    [InlineData("ज़रूरत", "जरूरत")]
    [InlineData("सड़क", "सडक")]
    [InlineData("गयी", "गई")]
    [InlineData("लिये", "लिए")]
    [InlineData("चाहिये", "चाहिए")]
    [InlineData("जायेगा", "जाएगा")]
    [InlineData("हुयीं", "हुईं")]
    [InlineData("रुपये", "रुपए")]
    [InlineData("दुःख", "दुख")]
    [InlineData("२,०१९", "2019")]
    [InlineData("1,00,000", "100000")]
    [InlineData("अाया", "आया")] // अ + ा
    [InlineData("बी.जे.पी.", "बीजेपी")]
    [InlineData("U.S.", "US")]
    [InlineData("कोविड-19", "कोविड19")]
    [InlineData("émile", "emile")]
    [InlineData("straße", "strasse")]
    public void Spellings_of_a_word_have_one_key(string one, string other) => Assert.Equal(TightFold.Of(other), TightFold.Of(one));

    [Theory]
    [InlineData("दिन", "दीन")]
    [InlineData("बेल", "बैल")]
    [InlineData("सत्ता", "सता")]
    [InlineData("सत्ता", "सतता")]
    [InlineData("कर्म", "क्रम")]
    [InlineData("कर्म", "करम")]
    [InlineData("डोक", "डॉक")]
    [InlineData("अम्र", "अंर")] // म् before र is no nasal of its varga
    [InlineData("कान्हा", "कांहा")]
    [InlineData("सम्मान", "संमान")]
    [InlineData("यह", "अह")] // a first य is no glide
    [InlineData("5.2", "52")]
    [InlineData("2019-20", "201920")]
    public void Different_words_have_different_keys(string one, string other) => Assert.NotEqual(TightFold.Of(other), TightFold.Of(one));

    [Fact]
    public void Folding_a_key_changes_nothing()
    {
        var syllable = from consonant in Gen.Elements("क", "ड़", "ज़", "य", "न्द", "ऩ्द", "म्ब", "म्र", "स्त", "त्त", "", "é", "५")
                       from vowel in Gen.Elements("", "ा", "ी", "े", "ई", "ए", "ों", "ॅ", "ँ", "ः", "अा")
                       select consonant + vowel;
        var words = syllable.ArrayOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(words, word => TightFold.Of(TightFold.Of(word)) == TightFold.Of(word))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }
}
