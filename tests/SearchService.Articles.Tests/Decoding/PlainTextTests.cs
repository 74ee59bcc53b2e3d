using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SearchService.Articles.Decoding;

namespace SearchService.Articles.Tests.Decoding;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("पहली\r\nदूसरी\rतीसरी\u2028चौथी", "पहली\nदूसरी\nतीसरी\nचौथी")]
    [InlineData("ख\u202Eउलटा\u202C \u2066ब\u2069\u200E\u200F\u061C", "खउलटा ब")]
    [InlineData("क\u0000\u0007\u001B\u007F\uFEFFख", "कख")]
    [InlineData("\u0093उद्धरण\u0094", "“उद्धरण”")]
    [InlineData("एक\tदो", "एक दो")]
    [InlineData("\u095Bरा", "ज\u093Cरा")]
    [InlineData("न\u093C र\u093C ळ\u093C", "\u0929 \u0931 \u0934")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("राष्\u200Dट्र \u200C", "राष्\u200Dट्र \u200C")]
    [InlineData("खुशी 😀", "खुशी 😀")]
    public void Text_is_composed_and_free_of_controls_while_joiners_stay(string text, string expected) => Assert.Equal(expected, PlainText.Clean(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("आधा \uFFFD है", PlainText.Clean("आधा \uD83D है"));

    [Fact]
    public void Clean_text_is_not_copied()
    {
        const string Text = "ज़िले में ‘‘बैठक’’ हुई, राष्\u200Dट्रीय — 3.5 ₹।";
        Assert.Same(Text, PlainText.Clean(Text));
        Assert.Same(Text, PlainText.Line(Text));
        Assert.Same(Text, PlainText.Paragraphs(Text));
    }

    [Fact]
    public void A_line_has_single_spaces_and_paragraphs_single_line_feeds()
    {
        Assert.Equal("एक दो तीन", PlainText.Line(" एक\u00A0 दो\nतीन\t"));
        Assert.Equal("एक\nदो", PlainText.Paragraphs("\n एक \r\n\r\n  दो\n"));
    }

    [Fact]
    public void A_pile_of_marks_is_cut_in_no_time()
    {
        var pile = "a" + string.Concat(Enumerable.Repeat("\u0301\u0316", 500_000));
        var watch = Stopwatch.StartNew();
        Assert.InRange(PlainText.Clean(pile).Length, 1, 31);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), watch.Elapsed.ToString());
    }

    [Fact]
    public void Any_text_comes_out_normalized_and_cleaning_it_again_changes_nothing()
    {
        var letters = Gen.OneOf(
            Gen.Elements("कखनरळगड\u093C\u094D\u0901\u200D\u0951\u0952 \n".ToCharArray()), ArbMap.Default.GeneratorFor<char>());
        Prop.ForAll(Arb.From(letters.ArrayOf()), characters =>
        {
            var clean = PlainText.Clean(new string(characters));
            return clean.IsNormalized(NormalizationForm.FormC) && PlainText.Clean(clean) == clean && PlainText.Line(clean) == PlainText.Line(PlainText.Line(clean));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Letters_with_a_nukta_come_out_as_normalization_has_them()
    {
        var letters = Gen.Elements("कनरळ\u0958\u0959\u095A\u095B\u095C\u095D\u095E\u095F\u093C\u094D\u093Fa ".ToCharArray());
        Prop.ForAll(Arb.From(letters.ArrayOf(20)), characters =>
        {
            var text = new string(characters);
            return PlainText.Clean(text) == text.Normalize(NormalizationForm.FormC);
        }).QuickCheckThrowOnFailure();
    }
}
