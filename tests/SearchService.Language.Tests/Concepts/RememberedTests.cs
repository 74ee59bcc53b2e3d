using SearchService.Language.Concepts;

namespace SearchService.Language.Tests.Concepts;

public class RememberedTests
{
    [Fact]
    public void An_answer_is_kept_as_long_as_its_version_lasts()
    {
        var remembered = new Remembered<string, string>(100);
        remembered.Put("घर", 1, "घरों", 1);

        Assert.True(remembered.TryGet("घर", 1, out var answer));
        Assert.Equal("घरों", answer);
        Assert.False(remembered.TryGet("घर", 2, out _));
        Assert.False(remembered.TryGet("नदी", 1, out _));
    }

    [Fact]
    public void What_is_forgotten_is_not_there()
    {
        var remembered = new Remembered<int, string>(16);
        for (var number = 0; number < 12; number++)
            remembered.Put(number, 1, "घर", 1);
        // In both halves.
        Assert.All((int[])[0, 11], number => Assert.True(remembered.TryGet(number, 1, out _)));
        remembered.Clear();

        Assert.All(Enumerable.Range(0, 12), number => Assert.False(remembered.TryGet(number, 1, out _)));
        remembered.Put(0, 1, "घर", 1);
        Assert.True(remembered.TryGet(0, 1, out _));
    }

    [Fact]
    public void What_is_asked_stays_and_all_together_weighs_no_more_than_allowed()
    {
        var remembered = new Remembered<int, int>(1000);
        for (var number = 0; number < 10_000; number++)
        {
            remembered.Put(number, 1, number, 10);
            Assert.True(number == 0 || remembered.TryGet(0, 1, out _));
        }

        Assert.InRange(Enumerable.Range(0, 10_000).Count(number => remembered.TryGet(number, 1, out _)), 1, 110);
    }

    [Fact]
    public void Words_and_rows_are_read_again_when_the_vocabulary_has_changed()
    {
        var vocabulary = new Vocabulary();
        vocabulary.Add("घर", 1);
        var interpreter = Interpreter.Bilingual(vocabulary);
        string[] Forms() => [.. interpreter.Interpret("घर").Forms.Select(form => form.Text)];
        string[] Read() => [.. interpreter.Interpret(["house"])[0].Forms.Select(form => form.Text)];
        Assert.Equal(["घर"], Forms());
        Assert.Same(interpreter.Interpret("घर"), interpreter.Interpret("घर"));
        Assert.Equal(["house", "घर"], Read());

        vocabulary.Add("घरों", 1);

        Assert.Equal(["घर", "घरों"], Forms());
        Assert.Equal(["house", "घर", "घरों"], Read());
    }
}
