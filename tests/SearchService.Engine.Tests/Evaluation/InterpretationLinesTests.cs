using SearchService.Engine.Evaluation;
using SearchService.Engine.Results;
using Xunit;

namespace SearchService.Engine.Tests.Evaluation;

public class InterpretationLinesTests
{
    [Fact]
    public void Every_input_line_gives_one_line_of_json()
    {
        using var output = new StringWriter();

        var written = InterpretationLines.Write(Interpret, ["किताब\t12", "", "किताब कलम\r"], output);

        Assert.Equal(3, written);
        Assert.Equal(
            """
            {"word":"किताब","forms":[{"text":"किताब","weight":1,"reason":"exact","articles":3},{"text":"किताबें","weight":0.8,"reason":"inflection","articles":2}]}
            {"word":"","forms":[]}
            {"word":"किताब कलम","forms":[{"text":"किताब","weight":1,"reason":"exact","articles":3},{"text":"कलम","weight":1,"reason":"exact","articles":3},{"text":"किताबें","weight":0.8,"reason":"inflection","articles":2}]}

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    private static List<Interpretation> Interpret(string query) =>
    [
        .. query.Split(' ').Select(word => new Interpretation(word, [new(word, 1, "exact", 3), new("किताबें", 0.8, "inflection", 2)])),
    ];
}
