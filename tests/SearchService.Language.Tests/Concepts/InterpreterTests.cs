using FsCheck;
using FsCheck.Fluent;
using SearchService.Language.Concepts;

namespace SearchService.Language.Tests.Concepts;

public class InterpreterTests
{
    [Theory]
    [InlineData("गई", "गयी")]
    [InlineData("लिए", "लिये")]
    [InlineData("हिन्दी", "हिंदी")]
    [InlineData("डॉक्टर", "डाक्टर")]
    [InlineData("२०२४", "2024")]
    [InlineData("US", "U.S.")]
    [InlineData("बीजेपी", "बी.जे.पी.")]
    [InlineData("कोविड-19", "कोविड19")]
    [InlineData("बीमारी", "बिमारी")]
    [InlineData("café", "cafe")]
    public void Another_spelling_is_in_the_concept_as_spelling(string word, string other)
    {
        var concept = Interpret(word, word, other);
        var form = Assert.Single(concept.Forms.Skip(1));
        Assert.Equal((other.ToLowerInvariant(), FormReason.Spelling), (form.Text, form.Reason));
        Assert.InRange(form.Weight, 0.8f, 0.99f);
    }

    [Theory]
    [InlineData("लड़का लड़के लड़कों")]
    [InlineData("घर घरों")]
    [InlineData("किताब किताबें किताबों")]
    [InlineData("नदी नदियाँ नदियों नदियां")]
    [InlineData("भाई भाइयों")]
    [InlineData("शक्ति शक्तियाँ शक्तियों")]
    [InlineData("वस्तु वस्तुएँ वस्तुओं")]
    [InlineData("डाकू डाकुओं")]
    [InlineData("भाषा भाषाएँ भाषाओं")]
    [InlineData("चिड़िया चिड़ियाँ चिड़ियों")]
    [InlineData("रुपया रुपये रुपयों रुपए")]
    [InlineData("अच्छा अच्छे अच्छी")]
    [InlineData("नया नये नयी नए नई")]
    [InlineData("पाँचवाँ पाँचवें पाँचवीं")]
    [InlineData("चलना चलने चलता चलते चलती चला चले चली चलेगा चलेंगे चलकर चलें")]
    [InlineData("बनाना बनाने बनाता बनाती बनाया बनाए बनाई बनाएगा बनायेगी बनाकर")]
    [InlineData("सोना सोया सोई सोए सोते सोता सोकर")]
    [InlineData("पीना पिया पिए पीता पीते पिएगा पीएगा")]
    [InlineData("छूना छुआ छुई छूता छूते")]
    [InlineData("जाना गया गई गए जाता जाएगा जायेंगे")]
    [InlineData("करना किया किए की करता करेगा कीजिए")]
    [InlineData("देना दिया दी देगा दूँगा दीजिए")]
    [InlineData("लेना लिया ली लेगा लूँगा")]
    [InlineData("होना हुआ हुई हुए हुये होगा")]
    [InlineData("मैं मुझे मेरा मेरी")]
    [InlineData("minister ministers")]
    [InlineData("review reviews reviewed reviewing")]
    [InlineData("country countries")]
    [InlineData("move moves moved moving")]
    [InlineData("stop stops stopped stopping")]
    [InlineData("Lavrov Lavrov's")]
    [InlineData("go went gone")]
    public void Forms_of_a_lemma_contain_each_other(string forms)
    {
        var words = forms.Split(' ');
        Assert.All(words, word => Assert.Equal(
            words.Select(form => form.ToLowerInvariant()).Order(), Interpret(word, words).Forms.Select(form => form.Text).Order()));
    }

    [Theory]
    [InlineData("दिन दीन")]
    [InlineData("बेल बैल")]
    [InlineData("सत्ता सतता सता")]
    [InlineData("कर्म करम क्रम")]
    [InlineData("पिता पीता")]
    [InlineData("पिटना पीटना")]
    [InlineData("जाति जाती जातियों", "जातियों")]
    [InlineData("वर्ष वर्षा वर्षों", "वर्षों")]
    [InlineData("सुंदर सुंदरता")]
    [InlineData("पानी पाने पाना", "पाने")]
    [InlineData("भारत भारती भारतीय")]
    [InlineData("अमेरिका अमेरिकी")]
    [InlineData("कॉफी काफी")]
    [InlineData("बॉल बाल")]
    [InlineData("की कि")]
    [InlineData("में मैं")]
    [InlineData("news new")]
    [InlineData("thing th")]
    public void Different_words_stay_apart(string forms, string? belongsToFirst = null)
    {
        var words = forms.Split(' ');
        var others = words[1..].Where(word => word != belongsToFirst);
        Assert.All(Interpret(words[0], words).Forms.Skip(1), form => Assert.DoesNotContain(form.Text, others));
    }

    [Fact]
    public void The_word_itself_comes_first_whether_held_or_not_and_is_normalised()
    {
        Assert.Equal(new ConceptForm("lavrov", 1, FormReason.Exact), Interpret("Lavrov", "भारत").Forms[0]);
        Assert.Equal("क्या", Interpret("क्\u200Dया", "भारत").Word);
        Assert.Equal(["गई"], Interpreter.Exact("गई").Forms.Select(form => form.Text));
    }

    [Fact]
    public void Forms_are_ordered_by_weight_then_count_and_bounded()
    {
        var vocabulary = Of("चलना", "चलने", "चलता");
        vocabulary.Add("चलते", 50);
        Assert.Equal(["चला", "चलते", "चलता", "चलना", "चलने"], new Interpreter(vocabulary).Interpret("चला").Forms.Select(form => form.Text));
        var many = Of([.. Enumerable.Range(0, 300).Select(number => $"abc{number}")]);
        Assert.Equal(Interpreter.MaxForms, new Interpreter(many).Prefix("abc").Forms.Count);
    }

    [Fact]
    public void A_noun_is_only_loosely_tied_to_the_verb_it_is_the_stem_of()
    {
        var vocabulary = Of("जलना", "जलने", "जले", "चल", "चलना", "चलने", "चले");
        vocabulary.Add("जल", 100);
        var interpreter = new Interpreter(vocabulary);
        Assert.Equal(WeightOf(interpreter, "चल", "चलने") * Weights.NounOfVerb, WeightOf(interpreter, "जल", "जलने"), 5);
        Assert.Equal(WeightOf(interpreter, "जल", "जलने"), WeightOf(interpreter, "जलने", "जल"), 5);
        Assert.Equal(WeightOf(interpreter, "चलने", "चले"), WeightOf(interpreter, "जलने", "जले"), 5);
    }

    [Fact]
    public void A_vocative_weighs_less_than_other_cases()
    {
        var interpreter = new Interpreter(Of("मास्क", "मास्कों", "मास्को"));
        Assert.True(WeightOf(interpreter, "मास्क", "मास्को") < WeightOf(interpreter, "मास्क", "मास्कों"));
    }

    [Fact]
    public void A_mistake_in_a_last_vowel_is_known_by_its_rarity()
    {
        var vocabulary = Of("प्रभू", "अवधी");
        vocabulary.Add("प्रभु", 40);
        vocabulary.Add("अवधि", 20);
        var interpreter = new Interpreter(vocabulary);
        Assert.Equal(Weights.VowelLength, WeightOf(interpreter, "प्रभु", "प्रभू"));
        Assert.Equal(Weights.VowelLength, WeightOf(interpreter, "प्रभू", "प्रभु"));
        Assert.Equal(0, WeightOf(interpreter, "अवधि", "अवधी"));
    }

    [Fact]
    public void A_prefix_gives_the_words_that_begin_so()
    {
        var forms = new Interpreter(Of("लावरोव", "लावा", "भारत")).Prefix("लाव").Forms;
        Assert.Equal([("लाव", FormReason.Exact), ("लावरोव", FormReason.Prefix), ("लावा", FormReason.Prefix)], forms.Select(form => (form.Text, form.Reason)));
    }

    [Fact]
    public void Writing_a_word_otherwise_keeps_its_concept_connected()
    {
        var syllable = from consonant in Gen.Elements("क", "ज", "ड", "फ", "न", "स", "द", "म", "क्ष", "स्त")
                       from vowel in Gen.Elements("", "ा", "ी", "े", "ु", "ों", "ं")
                       select consonant + vowel;
        var word = syllable.ArrayOf(3).Select(string.Concat).ToArbitrary();
        (string From, string To)[] changes =
            [("ज", "ज़"), ("ड", "ड़"), ("्", "्\u200D"), ("ं", "ँ"), ("ंद", "न्द"), ("क", "क\u200C")];
        Prop.ForAll(word, plain => changes.All(change =>
        {
            var changed = plain.Replace(change.From, change.To, StringComparison.Ordinal);
            var form = Tokenized(changed);
            return Interpret(plain, form).Forms.Any(other => other.Text == form) && Interpret(changed, plain).Forms.Any(other => other.Text == plain);
        })).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_has_a_concept_that_begins_with_its_own_word()
    {
        var vocabulary = Of("भारत", "नदी", "ministers");
        var interpreter = new Interpreter(vocabulary);
        var units = Gen.Choose(1, 0xFFFF).Select(unit => (char)unit).ArrayOf().Select(chars => new string(chars)).ToArbitrary();
        Prop.ForAll(units, text =>
        {
            var concept = interpreter.Interpret(text);
            return concept.Forms[0] == new ConceptForm(concept.Word, 1, FormReason.Exact) && interpreter.Prefix(text).Forms[0].Text == concept.Word;
        }).QuickCheckThrowOnFailure();
    }

    private static float WeightOf(Interpreter interpreter, string word, string form) =>
        interpreter.Interpret(word).Forms.FirstOrDefault(known => known.Text == form).Weight;

    private static string Tokenized(string text) => SearchService.Language.Tokenization.Words.Of(text)[0].Form;

    private static Concept Interpret(string word, params string[] held) => new Interpreter(Of(held)).Interpret(word);

    private static Vocabulary Of(params string[] words)
    {
        var vocabulary = new Vocabulary();
        foreach (var word in words)
            vocabulary.Add(Tokenized(word), 1);
        return vocabulary;
    }
}
