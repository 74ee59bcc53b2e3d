using SearchService.Engine.Evaluation;
using Xunit;

namespace SearchService.Engine.Tests.Evaluation;

public class QrelsTests
{
    [Fact]
    public void Grades_are_read_whatever_blanks_part_the_fields()
    {
        var qrels = Qrels.Read(["\uFEFFq1 0 a 2", "", "q1\t0\tb  0", "  q2 Q0 a -1 "], "qrels.txt");

        Assert.Equal(2, qrels.Topics);
        Assert.Equal(2, qrels.GradesOf("q1")["a"]);
        Assert.Equal(0, qrels.GradesOf("q1")["b"]);
        Assert.Equal(-1, qrels.GradesOf("q2")["a"]);
    }

    [Fact]
    public void A_topic_nobody_judged_has_no_grades()
    {
        var qrels = Qrels.Read(["q1 0 a 0"], "qrels.txt");

        Assert.True(qrels.Judges("q1"));
        Assert.False(qrels.Judges("q2"));
        Assert.Empty(qrels.GradesOf("q2"));
    }

    [Theory]
    [InlineData("q1 0 a", "3 field")]
    [InlineData("q1 0 a 1 2", "5 field")]
    [InlineData("q1 0 a yes", "'yes'")]
    [InlineData("q1 0 a 0.5", "'0.5'")]
    [InlineData("q0 0 d 1", "judged twice")]
    public void A_bad_line_is_named_with_its_file_and_number(string line, string reason)
    {
        var error = Assert.Throws<EvaluationFileException>(() => Qrels.Read(["q0 0 d 1", line], "my.qrels"));

        Assert.StartsWith("my.qrels:2: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
    }
}
