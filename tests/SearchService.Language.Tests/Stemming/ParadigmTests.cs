using SearchService.Language.Normalization;
using SearchService.Language.Stemming;

namespace SearchService.Language.Tests.Stemming;

public class ParadigmTests
{
    public static TheoryData<string> Tables => new("Stemming.paradigms-hindi.tsv", "Stemming.paradigms-english.tsv");

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_line_of_a_table_is_a_paradigm_that_its_endings_can_prove(string table) =>
        Assert.All(ResourceTable.Lines(table).Select(line => new Paradigm(line)), paradigm =>
        {
            Assert.InRange(paradigm.Weight, 0.5f, 0.95f);
            Assert.True(paradigm.Endings.Where(ending => ending.Evidence > 0).Sum(ending => ending.Evidence) >= paradigm.Need);
            Assert.Equal(paradigm.Endings.Length, paradigm.Endings.Select(ending => (ending.Text, ending.Doubles)).Distinct().Count());
        });

    [Theory]
    [MemberData(nameof(Tables))]
    public void Endings_are_written_in_the_tight_spelling(string table) =>
        Assert.All(
            ResourceTable.Lines(table).SelectMany(line => new Paradigm(line).Endings),
            // Behind a consonant, where no glide can be dropped.
            ending => Assert.Equal("क्" + ending.Text, TightFold.Of("क्" + ending.Text)));

    [Theory]
    [InlineData("noun-long-i\tC1\t2\t0.9\tियों:1", "नदियों", 2)]
    [InlineData("noun-long-i\tC1\t2\t0.9\tियों:1", "भाइयों", -1)]
    [InlineData("verb\tO2=खा\t2\t0.9\tया:1", "खाया", 2)]
    [InlineData("verb\tO2=खा\t2\t0.9\tया:1", "आया", -1)]
    [InlineData("verb\tC2!कर\t2\t0.9\tा:1", "करा", -1)]
    [InlineData("doubled\tD2\t2\t0.9\t=ed:1", "stopped", 4)]
    [InlineData("doubled\tD2\t2\t0.9\t=ed:1", "helped", -1)]
    [InlineData("regular\tL3\t2\t0.9\ting:1", "thing", -1)]
    public void A_word_has_the_stem_that_the_condition_admits(string line, string word, int length)
    {
        var paradigm = new Paradigm(line);
        Assert.Equal(length, paradigm.StemLength(word, paradigm.Endings[0]));
    }
}
