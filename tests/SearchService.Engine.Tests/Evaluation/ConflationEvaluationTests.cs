using SearchService.Engine.Evaluation;
using Xunit;

namespace SearchService.Engine.Tests.Evaluation;

public sealed class ConflationEvaluationTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Forms_of_one_lemma_that_answer_each_other_are_recalled()
    {
        File.WriteAllText(_file, "form\tlemma\tupos\nकिताब\tकिताब\tNOUN\nकिताबें\tकिताब\tNOUN\nसमुद्र\tसमुद्र\tNOUN\n");

        Assert.Equal(new ConflationReport(3, 1, 1), ConflationEvaluation.Run(_file));
    }

    [Fact]
    public void A_pair_that_shares_a_lemma_by_decree_only_is_missed()
    {
        File.WriteAllText(_file, "समुद्र\tएक\nपर्वत\tएक\n");

        Assert.Equal(0, ConflationEvaluation.Run(_file).Recall);
    }

    [Theory]
    [InlineData("")]
    [InlineData("form\tlemma\nकिताब\tकिताब\n")]
    public void A_file_without_a_pair_is_an_error(string text)
    {
        File.WriteAllText(_file, text);

        Assert.StartsWith(_file + ": ", Assert.Throws<EvaluationFileException>(() => ConflationEvaluation.Run(_file)).Message, StringComparison.Ordinal);
    }
}
