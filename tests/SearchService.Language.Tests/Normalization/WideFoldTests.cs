using SearchService.Language.Normalization;

namespace SearchService.Language.Tests.Normalization;

public class WideFoldTests
{
    [Theory]
    [InlineData("डॉक्टर", "डाक्टर")]
    [InlineData("कॉलेज", "कालेज")]
    [InlineData("ऑस्ट्रेलिया", "आस्ट्रेलिया")]
    [InlineData("फ्रान्स", "फ्रांस")]
    [InlineData("इन्कार", "इंकार")]
    [InlineData("एवम्", "एवं")]
    [InlineData("महत्त्व", "महत्व")]
    [InlineData("कर्त्ता", "कर्ता")]
    [InlineData("अर्द्ध", "अर्ध")]
    [InlineData("उज्ज्वल", "उज्वल")]
    [InlineData("अन्तर्राष्ट्रीय", "अंतरराष्ट्रीय")]
    [InlineData("चिह्न", "चिन्ह")]
    [InlineData("ऋषि", "रिषि")]
    [InlineData("organisation", "organization")]
    [InlineData("labour", "labor")]
    [InlineData("neighbourhoods", "neighborhoods")]
    [InlineData("centre", "center")]
    public void Usual_spellings_meet(string one, string other) => Assert.Equal(Key(other), Key(one));

    [Theory]
    [InlineData("बॉल", "बाल")]
    [InlineData("मॉलों", "मालों")]
    [InlineData("कॉफी", "काफी")]
    [InlineData("पत्ता", "पता")]
    [InlineData("बच्चा", "बचा")]
    [InlineData("सत्ता", "सता")]
    [InlineData("दिन", "दीन")]
    [InlineData("four", "for")]
    [InlineData("rise", "rize")]
    [InlineData("hour", "hor")]
    public void Other_words_do_not(string one, string other) => Assert.NotEqual(Key(other), Key(one));

    private static string Key(string word) => WideFold.Of(TightFold.Of(word));
}
