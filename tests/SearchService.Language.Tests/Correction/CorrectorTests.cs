using SearchService.Language.Concepts;
using SearchService.Language.Correction;

namespace SearchService.Language.Tests.Correction;

public class CorrectorTests
{
    [Theory]
    [InlineData("पाकिसतान", "पाकिस्तान")]
    [InlineData("मंतरी", "मंत्री")]
    [InlineData("parliment", "parliament")]
    [InlineData("minsiter", "minister")]
    public void A_misspelt_word_is_the_nearest_of_the_archive_or_an_English_word_for_one(string word, string meant) =>
        Assert.Equal(meant, Over(("पाकिस्तान", 9), ("मंत्री", 5), ("parliament", 2)).OfUnknown(word, readings: true)[0].Text);

    [Theory]
    [InlineData("का")]
    [InlineData("इस")]
    [InlineData("क")]
    [InlineData("upi")]
    [InlineData("to")]
    [InlineData("इसमें")]
    [InlineData("2019")]
    [InlineData("10वी")]
    [InlineData("5g")]
    [InlineData("प्रदर्शन")]
    [InlineData("hospital")]
    public void Short_words_numbers_words_of_grammar_and_words_of_the_lexicon_are_left_alone(string word) =>
        Assert.Empty(Over(("की", 99), ("उस", 99), ("upa", 99), ("2018", 99), ("10वीं", 99), ("4g", 99), ("उसमें", 99), ("प्रदर्शनी", 99), ("hospitals", 99)).OfUnknown(word, readings: true));

    [Fact]
    public void An_English_word_that_stands_for_nothing_in_the_archive_is_no_correction() =>
        Assert.Empty(Over(("भारत", 9)).OfUnknown("minsiter", readings: true));

    [Fact]
    public void Without_readings_an_English_word_must_be_in_the_archive() =>
        Assert.Empty(Over(("मंत्री", 9)).OfUnknown("minsiter", readings: false));

    [Fact]
    public void A_word_that_is_gone_from_the_archive_is_no_correction()
    {
        var vocabulary = new Vocabulary();
        vocabulary.Add("पाकिस्तान", 1);
        vocabulary.Add("पाकिस्तान", -1);
        Assert.Empty(Interpreter.Bilingual(vocabulary).Corrector.OfUnknown("पाकिसतान", readings: true));
    }

    [Fact]
    public void A_rare_word_is_doubted_only_for_one_that_sounds_alike_and_is_frequent()
    {
        var corrector = Over(("दक्षिण", 60), ("दक्षता", 900), ("शीला", 900));
        Assert.Equal("दक्षिण", corrector.OfRare("दक्षिन", 50)?.Text);
        Assert.Null(corrector.OfRare("दक्षिन", 61));
        Assert.Null(corrector.OfRare("शीलू", 50));
    }

    private static Corrector Over(params (string Word, int Count)[] words)
    {
        var vocabulary = new Vocabulary();
        foreach (var (word, count) in words)
            vocabulary.Add(word, count);
        return Interpreter.Bilingual(vocabulary).Corrector;
    }
}
