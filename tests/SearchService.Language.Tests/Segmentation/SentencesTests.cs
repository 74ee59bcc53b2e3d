using SearchService.Language.Segmentation;

namespace SearchService.Language.Tests.Segmentation;

public class SentencesTests
{
    [Theory]
    [InlineData("वह आया। वह गया।", "वह आया।|वह गया।")]
    [InlineData("वापसी।दिल्ली", "वापसी।|दिल्ली")]
    [InlineData("‘‘यह सच है।’’ उन्होंने कहा।", "‘‘यह सच है।’’|उन्होंने कहा।")]
    [InlineData("He said “no.” Then he left.", "He said “no.”|Then he left.")]
    [InlineData("डॉ. पी. वी. सिंधु जीतीं. मैच खत्म हुआ.", "डॉ. पी. वी. सिंधु जीतीं.|मैच खत्म हुआ.")]
    [InlineData("The U.S. Army came. It stayed.", "The U.S. Army came.|It stayed.")]
    [InlineData("5.2 फीसदी बढ़ा. अब 6 है", "5.2 फीसदी बढ़ा.|अब 6 है")]
    [InlineData("क्या? हाँ! ठीक", "क्या?|हाँ!|ठीक")]
    [InlineData("पहली पंक्ति\nदूसरी\r\n\r\nतीसरी", "पहली पंक्ति|दूसरी|तीसरी")]
    [InlineData("Mr. Modi met Dr. Singh.", "Mr. Modi met Dr. Singh.")]
    [InlineData("", "")]
    [InlineData("  \n ", "")]
    public void A_text_has_these_sentences(string text, string sentences) =>
        Assert.Equal(
            sentences.Length == 0 ? [] : sentences.Split('|'),
            Sentences.Of(text).Select(sentence => text.Substring(sentence.Start, sentence.Length)));
}
