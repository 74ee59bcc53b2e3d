using SearchService.Engine.Evaluation;
using SearchService.Engine.Results;
using Xunit;

namespace SearchService.Engine.Tests.Evaluation;

public class SpeedQueryTests
{
    [Theory]
    [InlineData("and2_high", "All")]
    [InlineData("phrase2", "Phrase")]
    [InlineData("or2_high", "Any")]
    [InlineData("term_high", "Any")]
    public void The_name_of_the_class_says_how_words_combine(string name, string kind)
    {
        Assert.Equal(Enum.Parse<QueryKind>(kind), new SpeedQuery(name, "भारत चीन").Kind);
    }

    [Fact]
    public void Lines_are_read_in_order()
    {
        Assert.Equal(
            [new("term", "भारत"), new("and2", "भारत चीन")],
            SpeedQuery.Read(["\uFEFFterm\tभारत\tmore", "", "and2\tभारत चीन\r"], "queries.tsv"));
    }

    [Theory]
    [InlineData("no tab")]
    [InlineData("\tभारत")]
    [InlineData("term\t")]
    public void A_bad_line_is_named_with_its_file_and_number(string line)
    {
        var error = Assert.Throws<EvaluationFileException>(() => SpeedQuery.Read(["term\tभारत", line], "my.tsv"));

        Assert.StartsWith("my.tsv:2: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_query_is_an_error()
    {
        Assert.Throws<EvaluationFileException>(() => SpeedQuery.Read([""], "my.tsv"));
    }
}
