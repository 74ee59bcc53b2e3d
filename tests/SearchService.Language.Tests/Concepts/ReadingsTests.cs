using SearchService.Language.Concepts;

namespace SearchService.Language.Tests.Concepts;

public class ReadingsTests
{
    [Fact]
    public void A_reading_brings_its_inflections()
    {
        var concept = Read("kisan", "किसान", "किसानों");
        Assert.Equal(["kisan", "किसान", "किसानों"], concept.Forms.Select(form => form.Text));
        Assert.All(concept.Forms.Skip(1), form => Assert.Equal(FormReason.Transliteration, form.Reason));
    }

    [Fact]
    public void The_word_itself_outranks_every_reading()
    {
        var forms = Read("police", "police", "पुलिस", "पुलिसकर्मी").Forms;
        Assert.Equal(("police", 1f, FormReason.Exact), (forms[0].Text, forms[0].Weight, forms[0].Reason));
        Assert.All(forms.Skip(1), form => Assert.True(form.Weight < 1));
        Assert.Equal("पुलिस", forms[1].Text);
    }

    [Fact]
    public void A_phrase_has_its_own_rendering_in_each_of_its_words()
    {
        var concepts = Over("मुख्यमंत्री", "मंत्री", "प्रमुख").Interpret(["chief", "minister"]);
        Assert.All(concepts, concept => Assert.Equal("मुख्यमंत्री", concept.Forms[1].Text));
        Assert.True(concepts[1].Forms.First(form => form.Text == "मंत्री").Weight < concepts[1].Forms[1].Weight);
    }

    [Fact]
    public void A_rendering_in_several_words_is_a_row()
    {
        var concept = Read("referendum", "जनमत", "संग्रह", "संग्रहों");
        Assert.Contains(concept.Forms, form => form is { Text: "जनमत संग्रह", Reason: FormReason.Translation });
    }

    [Theory]
    [InlineData("is", "इस")]
    [InlineData("to", "तो")]
    [InlineData("on", "ऑन")]
    [InlineData("mein", "में")]
    [InlineData("ka", "का")]
    public void A_word_of_grammar_does_not_spray(string word, string homophone) =>
        Assert.Equal([word], Read(word, homophone).Forms.Select(form => form.Text));

    [Fact]
    public void A_noun_that_is_also_grammar_brings_no_other_word_of_grammar()
    {
        var forms = Read("tax", "कर", "करना", "किया", "की", "टैक्स").Forms;
        Assert.Equal(["tax", "टैक्स", "कर"], forms.Select(form => form.Text));
    }

    [Fact]
    public void Income_tax_is_no_form_of_coming() =>
        Assert.Equal(["आयकर"], Read("आयकर", "आयकर", "आए", "आया", "आई", "आएगा").Forms.Select(form => form.Text));

    [Fact]
    public void A_word_whose_meaning_is_known_is_hardly_read_by_its_sound()
    {
        var forms = Read("ban", "प्रतिबंध", "बन").Forms;
        Assert.True(forms.First(form => form.Text == "प्रतिबंध").Weight > 2 * forms.Where(form => form.Text == "बन").Select(form => form.Weight).DefaultIfEmpty().Max());
    }

    [Fact]
    public void A_Hindi_word_finds_English_of_a_web_title()
    {
        var forms = Read("लावरोव", "लावरोव", "lavrov").Forms;
        Assert.Contains(forms, form => form is { Text: "lavrov", Reason: FormReason.Transliteration });
    }

    private static Concept Read(string word, params string[] held) => Over(held).Interpret([word])[0];

    private static Interpreter Over(params string[] held)
    {
        var vocabulary = new Vocabulary();
        foreach (var word in held)
            vocabulary.Add(word, 1);
        return Interpreter.Bilingual(vocabulary);
    }
}
