using SearchService.Language.Concepts;

namespace SearchService.Language.Tests.Concepts;

public class WordsTogetherTests
{
    [Theory]
    [InlineData("प्रधान", "मंत्री")]
    [InlineData("pradhan", "mantri")]
    [InlineData("pradhan", "मंत्री")]
    public void Words_written_apart_find_their_compound(string first, string second)
    {
        var concepts = Over(("प्रधानमंत्री", 20), ("प्रधान", 5), ("मंत्री", 30)).Interpret([first, second]);
        Assert.All(concepts, concept => Assert.Contains(concept.Forms, form => form.Text == "प्रधानमंत्री" && form.Weight >= 0.7));
    }

    [Fact]
    public void A_compound_finds_its_words_in_a_row() =>
        Assert.Contains(
            Over(("विश्व", 30), ("कप", 20)).Interpret(["विश्वकप"])[0].Forms,
            form => form is { Text: "विश्व कप", Reason: FormReason.Spelling });

    [Theory]
    [InlineData("सरकार", "सर", "कार")] // the whole is the usual word
    [InlineData("दिनका", "दिन", "का")] // a word of grammar
    public void A_word_that_is_no_compound_stays_whole(string word, string first, string second) =>
        Assert.DoesNotContain(Over((word, 10), (first, 5), (second, 100)).Interpret([word])[0].Forms, form => form.Text.Contains(' '));

    [Fact]
    public void Neighbours_without_a_compound_stay_as_they_are() =>
        Assert.All(Over(("लावरोव", 3), ("पाकिस्तान", 9)).Interpret(["लावरोव", "पाकिस्तान"]), concept => Assert.Single(concept.Forms));

    private static Interpreter Over(params (string Word, int Count)[] held)
    {
        var vocabulary = new Vocabulary();
        foreach (var (word, count) in held)
            vocabulary.Add(word.Normalize(), count);
        return Interpreter.Bilingual(vocabulary);
    }
}
