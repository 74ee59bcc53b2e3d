using SearchService.Language.Evaluation;

namespace SearchService.Language.Tests.Evaluation;

public class CorrectionAccuracyTests
{
    private static readonly string[] Words = ["पाकिस्तान\t90", "मंत्री\t50", "मंत्रालय\t3", "हिंदी\t7", "किताबी\t100"];

    [Fact]
    public void Words_put_right_words_read_right_and_right_words_spoilt_are_counted_apart()
    {
        var result = CorrectionAccuracy.Measure(["पाकिसतान\tपाकिस्तान", "मंतरी\tमंत्रालय", "हिन्दी\tहिंदी", "घटोत्कच\tघटोत्कच", "किताबि\tकिताबि"], Words);

        Assert.Equal((3, 5), (result.Words, result.Vocabulary));
        Assert.Equal((1 / 3.0, 2 / 3.0), (result.Read, result.FirstAt1));
        Assert.Equal(2, result.RightWords);
        Assert.InRange(result.RightCorrected, 0, 0.5);
        Assert.Equal("मंतरी मंत्रालय", Assert.Single(result.Worst).Split(':')[0]);
    }

    [Fact]
    public void A_line_without_its_second_word_is_named() =>
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => CorrectionAccuracy.Measure(["पाकिसतान\tपाकिस्तान", "मंतरी"], Words)).Message, StringComparison.Ordinal);
}
