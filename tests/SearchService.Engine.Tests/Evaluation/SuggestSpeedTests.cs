using SearchService.Articles;
using SearchService.Engine.Evaluation;
using Xunit;

namespace SearchService.Engine.Tests.Evaluation;

public class SuggestSpeedTests
{
    [Fact]
    public void Every_beginning_is_asked_once_in_its_class() =>
        Assert.Equal(
            [("devanagari 1", "ल"), ("devanagari 2", "ला"), ("latin 1", "a"), ("latin 2", "ab"), ("latin 2", "ac"), ("latin after words 1", "क ख x"), ("latin after words 2", "क ख xy")],
            SuggestSpeed.Beginnings(["ab\t7", "ला", "ac", "क ख xy", "ab", ""]).Select(one => (one.Class, one.Words)));

    [Fact]
    public void Six_letters_are_the_longest() =>
        Assert.Equal("abcdef", SuggestSpeed.Beginnings(["abcdefgh"])[^1].Words);

    [Fact]
    public void All_beginnings_together_are_the_last_class()
    {
        using var archive = new TestArchive(new Article { Id = "a", Headline = "लावरोव पहुंचे" });
        var report = SuggestSpeed.Run(archive.Archive, ["ला", "l"], "words", new() { Rounds = 2 });
        Assert.Equal([("devanagari 1", 1), ("devanagari 2", 1), ("latin 1", 1), ("all", 3)], report.Classes.Select(one => (one.Class, one.Count)));
        Assert.Throws<EvaluationFileException>(() => SuggestSpeed.Run(archive.Archive, [" "], "words", new()));
    }
}
