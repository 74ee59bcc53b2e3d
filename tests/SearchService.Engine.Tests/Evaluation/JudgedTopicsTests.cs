using SearchService.Engine.Evaluation;
using Xunit;

namespace SearchService.Engine.Tests.Evaluation;

public class JudgedTopicsTests
{
    [Fact]
    public void A_query_keeps_its_punctuation_and_loses_further_columns()
    {
        var topics = JudgedTopics.ReadTopics(["\uFEFFq1\t\"मपेट\": (AM) -x \r", "", "q2\tदो शब्द\tnote"], "topics.tsv");

        Assert.Equal([new Topic("q1", "\"मपेट\": (AM) -x"), new Topic("q2", "दो शब्द")], topics);
    }

    [Theory]
    [InlineData("q2 no tab", "no tab")]
    [InlineData("\tquery", "qid")]
    [InlineData("q 2\tquery", "white space")]
    [InlineData("q2\t ", "empty query")]
    [InlineData("q1\tagain", "before")]
    public void A_bad_line_is_named_with_its_file_and_number(string line, string reason)
    {
        var error = Assert.Throws<EvaluationFileException>(() => JudgedTopics.ReadTopics(["q1\tone", "", line], "my.tsv"));

        Assert.StartsWith("my.tsv:3: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Judgments_of_other_topics_are_refused_because_nothing_would_be_measured()
    {
        var folder = Directory.CreateTempSubdirectory("judged-topics-").FullName;
        try
        {
            var (topics, qrels) = (Path.Combine(folder, "topics.tsv"), Path.Combine(folder, "qrels.txt"));
            File.WriteAllText(topics, "q1\tone\n");
            File.WriteAllText(qrels, "q2 0 a 1\n");

            var error = Assert.Throws<EvaluationFileException>(() => JudgedTopics.Read(topics, qrels));
            Assert.Equal(qrels, error.File);

            File.AppendAllText(qrels, "q1 0 b 1\n");
            Assert.Equal(1, JudgedTopics.Read(topics, qrels).Qrels.GradesOf("q1")["b"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
