using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SearchService.Language.Segmentation;
using SearchService.Language.Tokenization;

namespace SearchService.Language.Tests.Tokenization;

public class WordsTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    private static readonly char[] Alphabet =
        [.. "कखगड़जनरळतसहयवशअआइईएओािीुूेैोौंँः़्ऽॉ०२९।॥॰ .,-'’‘\u200C\u200D\u00AD\u2013\u0958\u0929\u0301\u0323abcDEéÜß059\nक्षत्रज्ञ\u1100\u1161\u11A8中\uD83D\uDC4D"];

    private static readonly Arbitrary<string> Mixed = Gen.Elements(Alphabet).ArrayOf().Select(units => new string(units)).ToArbitrary();

    private static readonly Arbitrary<string> AnyUnits =
        Gen.Choose(0, 0xFFFF).Select(unit => (char)unit).ArrayOf().Select(units => new string(units)).ToArbitrary();

    [Fact]
    public void No_sequence_of_units_breaks_the_reader() =>
        Prop.ForAll(AnyUnits, text => Words.Of(text).All(word => word.Form.Length > 0 && word.Length > 0)).Check(Many);

    [Fact]
    public void Decomposed_and_composed_text_give_the_same_forms() =>
        Prop.ForAll(Mixed, text =>
        {
            var valid = Valid(text);
            return Forms(valid.Normalize(NormalizationForm.FormD)).SequenceEqual(Forms(valid.Normalize(NormalizationForm.FormC)))
                && Forms(valid).SequenceEqual(Forms(valid.Normalize(NormalizationForm.FormC)));
        }).Check(Many);

    [Fact]
    public void Forms_are_composed() =>
        Prop.ForAll(Mixed, text => Forms(text).All(form => form.IsNormalized(NormalizationForm.FormC))).Check(Many);

    [Fact]
    public void Spans_lie_on_syllables_and_read_alone_give_the_word_again() =>
        Prop.ForAll(Mixed, text => Words.Of(text).All(word =>
            Syllables.IsBoundary(text, word.Start)
            && Syllables.IsBoundary(text, word.Start + word.Length)
            && Words.Of(text.Substring(word.Start, word.Length))[0].Form == word.Form)).Check(Many);

    [Fact]
    public void Positions_run_on_and_parts_follow_their_whole() =>
        Prop.ForAll(Mixed, text =>
        {
            var words = Words.Of(text);
            var parts = words.Where(word => !word.IsWhole).Select(word => word.Position);
            return parts.SequenceEqual(Enumerable.Range(0, parts.Count()))
                && words.Where(word => word.IsWhole).All(whole => words
                    .Where(part => !part.IsWhole && part.Position >= whole.Position && part.Position < whole.Position + whole.PositionLength)
                    .All(part => part.Start >= whole.Start && part.Start + part.Length <= whole.Start + whole.Length));
        }).Check(Many);

    private static string Valid(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD).Select(rune => rune.ToString()));

    private static IEnumerable<string> Forms(string text) => Words.Of(text).Select(word => word.Form);
}
