using SearchService.Language.Transliteration;

namespace SearchService.Language.Tests.Transliteration;

public class LetterModelTests
{
    [Fact]
    public void What_may_follow_two_letters_adds_up_to_one()
    {
        var model = new LetterModel(["रूस", "रूप", "चीन", "russia"]);
        foreach (var (before, last) in ((char, char)[])[('\0', '\0'), ('\0', 'र'), ('र', 'ू'), ('च', 'ी'), ('न', 'न')])
            Assert.Equal(1, Enumerable.Range(0x900, 128).Select(letter => Math.Exp(-model.Cost(before, last, letter == 0x900 ? LetterModel.Edge : (char)letter))).Sum(), 4);
    }

    [Fact]
    public void What_was_seen_is_likelier_and_what_was_not_is_possible()
    {
        var model = new LetterModel(["रूस", "रूप", "चीन"]);
        Assert.True(model.Cost('र', 'ू', 'स') < model.Cost('र', 'ू', 'न'));
        Assert.True(model.Cost('र', 'ू', 'न') < model.Cost('र', 'ू', 'ढ'));
        Assert.True(float.IsFinite(model.Cost('ढ', 'ढ', 'ढ')));
    }
}
