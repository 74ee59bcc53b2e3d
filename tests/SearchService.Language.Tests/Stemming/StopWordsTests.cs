using System.Text;
using SearchService.Language.Stemming;
using SearchService.Language.Tokenization;

namespace SearchService.Language.Tests.Stemming;

public class StopWordsTests
{
    [Theory]
    [InlineData("के")]
    [InlineData("करता")]
    [InlineData("करती")]
    [InlineData("हैं")]
    [InlineData("the")]
    [InlineData("don't")]
    public void Words_of_grammar_are_stop_words(string form) => Assert.True(StopWords.Contains(form));

    [Theory]
    [InlineData("भारत")]
    [InlineData("minister")]
    [InlineData("The")]
    [InlineData("")]
    public void Other_words_are_not(string form) => Assert.False(StopWords.Contains(form));

    [Theory]
    [InlineData("Stemming.stopwords-hindi.txt")]
    [InlineData("Stemming.stopwords-english.txt")]
    public void Every_word_of_the_tables_is_a_form_as_indexed(string table) =>
        Assert.All(ResourceTable.Tokens(table), word =>
        {
            Assert.True(word.IsNormalized(NormalizationForm.FormC));
            Assert.Equal(word, Assert.Single(Words.Of(word)).Form);
        });
}
