using SearchService.Language.Alignment;
using SearchService.Language.Concepts;
using SearchService.Language.Lexicon;

namespace SearchService.Language.Tests.Lexicon;

public class LexiconsInUseTests
{
    private static readonly LearntLexicon Learnt = new(
        100,
        [
            new("rs", new("रुपये", 0.6f, FormReason.Translation, LearntLexicon.Source, 6)),
            new("zyxword", new("झूकसब", 0.7f, FormReason.Translation, LearntLexicon.Source, 9)),
            new("hip hop", new("हिप हॉप", 0.5f, FormReason.Translation, LearntLexicon.Source, 2)),
        ],
        []);

    [Theory]
    [InlineData("zyxword", "zyxword", "झूकसब")]
    [InlineData("Zyxwords", "zyxwords", "झूकसब")]
    [InlineData("झूकसब", "zyxword", "झूकसब")]
    [InlineData("hip-hop", "hip hop", "हिप हॉप")]
    [InlineData("हिप हॉप", "hip hop", "हिप हॉप")]
    public void A_learnt_rendering_is_found_from_either_side(string word, string english, string hindi) =>
        Assert.Contains(InUse().Renderings(word, learntOnly: true), entry => entry.English == english && entry.Rendering.Text == hindi && entry.Rendering.Source == "learnt");

    [Fact]
    public void A_short_word_is_no_plural_of_a_learnt_one() => Assert.Empty(InUse().Renderings("rss", learntOnly: true));

    [Fact]
    public void What_the_product_knows_comes_first_and_what_was_learnt_replaces_what_was_before()
    {
        var lexicons = InUse();
        Assert.Equal([SeedLexicon.Table], lexicons.Tables.Take(1));
        Assert.Equal(3, lexicons.Renderings(null, learntOnly: true).Count());

        lexicons.Use(LearntLexicon.Empty);
        Assert.Empty(lexicons.Renderings(null, learntOnly: true));
        Assert.Single(lexicons.Tables);
    }

    [Fact]
    public void Few_sightings_do_not_make_a_word_known_so_that_what_sounds_like_it_still_counts()
    {
        Assert.Equal(WeightOf("लिविंगस्टन", LearntLexicon.Empty), WeightOf("लिविंगस्टन", Taught(evidence: 1)), 0.001f);
        Assert.True(WeightOf("लिविंगस्टन", LearntLexicon.Empty) > 2 * WeightOf("लिविंगस्टन", Taught(evidence: 30)));

        static LearntLexicon Taught(int evidence) =>
            new(100, [new("livingston", new("झूकसब", 0.7f, FormReason.Translation, LearntLexicon.Source, evidence))], []);
    }

    private static LexiconsInUse InUse()
    {
        var lexicons = new LexiconsInUse();
        lexicons.Use(Learnt);
        return lexicons;
    }

    private static float WeightOf(string form, LearntLexicon learnt)
    {
        var vocabulary = new Vocabulary();
        vocabulary.Add(form, 1);
        var interpreter = Interpreter.Bilingual(vocabulary);
        interpreter.Use(learnt);
        return interpreter.Interpret(["livingston"])[0].Forms.Where(other => other.Text == form).Select(other => other.Weight).DefaultIfEmpty().Max();
    }
}
