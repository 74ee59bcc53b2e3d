using SearchService.Pages;

namespace SearchService.Tests.Pages;

public class ScriptRunsTests
{
    [Fact]
    public void Words_of_the_other_script_are_marked_up_as_its_language()
    {
        Assert.Equal(
            [("such as Lavrov or ", null), ("लावरोव", "hi"), (": either", null)],
            ScriptRuns.Of("such as Lavrov or लावरोव: either", PageLanguage.English));
        Assert.Equal(
            [("जैसे ", null), ("Lavrov holds talks", "en"), (" या = n", null)],
            ScriptRuns.Of("जैसे Lavrov holds talks या = n", PageLanguage.Hindi));
    }

    [Theory]
    [InlineData("")]
    [InlineData("केवल हिन्दी। १२, 12.")]
    public void A_text_of_one_language_is_one_piece(string text) =>
        Assert.All(ScriptRuns.Of(text, PageLanguage.Hindi), piece => Assert.Equal((text, null), piece));
}
