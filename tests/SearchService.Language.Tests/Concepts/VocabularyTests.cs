using FsCheck;
using FsCheck.Fluent;
using SearchService.Language.Concepts;

namespace SearchService.Language.Tests.Concepts;

public class VocabularyTests
{
    [Fact]
    public void Words_are_counted_together_and_never_below_zero()
    {
        var vocabulary = new Vocabulary();
        vocabulary.Add("भारत", 2);
        vocabulary.Add("भारत", 3);
        vocabulary.Add("", 1);
        Assert.Equal((1, 5), (vocabulary.Count, vocabulary.CountOf("भारत")));
        Assert.True(vocabulary.Contains("भारत"));
        Assert.False(vocabulary.Contains("चीन"));
        vocabulary.Add("भारत", -9);
        Assert.Equal(0, vocabulary.CountOf("भारत"));
    }

    [Fact]
    public void A_prefix_gives_the_most_counted_words_that_begin_with_it()
    {
        var vocabulary = new Vocabulary();
        foreach (var (word, count) in new[] { ("लाल", 5), ("लावरोव", 9), ("लावा", 7), ("लावण्य", 7), ("ला", 1), ("भारत", 99) })
            vocabulary.Add(word, count);
        Assert.Equal(["लावरोव", "लावण्य", "लावा"], vocabulary.WithPrefix("लाव", 10));
        Assert.Equal(["लावरोव"], vocabulary.WithPrefix("लाव", 1));
        Assert.Empty(vocabulary.WithPrefix("लाव", 0));
        Assert.Empty(vocabulary.WithPrefix("क", 10));
    }

    [Fact]
    public void Prefixes_find_every_word_however_many_were_added()
    {
        var vocabulary = new Vocabulary();
        for (var number = 0; number < 20_000; number++)
            vocabulary.Add($"w{number:D5}", 1);
        Assert.Equal(100, vocabulary.WithPrefix("w123", 1_000).Count);
        Assert.Equal(20_000, vocabulary.WithPrefix("", 100_000).Count);
        Assert.Equal(20_000, vocabulary.Entries().Select(entry => entry.Word).Distinct().Count());
    }

    [Fact]
    public void A_count_raised_after_another_word_came_to_share_its_letters_still_ranks()
    {
        var vocabulary = new Vocabulary();
        foreach (var (word, count) in new[] { ("दक्षिण", 20), ("दक्षिन", 1), ("दक्षता", 40), ("दक्षिण", 70) })
            vocabulary.Add(word, count);
        Assert.Equal(["दक्षिण", "दक्षता", "दक्षिन"], vocabulary.WithPrefix("दक्ष", 3));
    }

    [Fact]
    public void Whatever_is_added_in_whatever_order_prefixes_give_the_most_counted_first()
    {
        var words = Gen.ArrayOf(Gen.Zip(Gen.ArrayOf(Gen.Elements('a', 'b'), 3), Gen.Choose(1, 2_000)));
        Prop.ForAll(words.ToArbitrary(), added =>
        {
            var vocabulary = new Vocabulary();
            foreach (var (letters, count) in added)
                vocabulary.Add(letters.AsSpan(0, 1 + (count % 3)), count);
            foreach (var prefix in new[] { "", "a", "ab" })
            {
                var expected = vocabulary.Entries().Where(one => one.Word.StartsWith(prefix, StringComparison.Ordinal))
                    .OrderByDescending(one => one.Count).ThenBy(one => one.Word, StringComparer.Ordinal).Select(one => one.Word);
                Assert.Equal(expected, vocabulary.WithPrefix(prefix, 20));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Readers_see_every_word_that_was_there_before_while_a_writer_adds()
    {
        var vocabulary = new Vocabulary();
        var interpreter = new Interpreter(vocabulary);
        vocabulary.Add("नदी", 1);
        vocabulary.Add("नदियाँ", 1);
        var done = false;
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var rounds = 0;
            while (!Volatile.Read(ref done) || rounds == 0)
            {
                Assert.Contains(interpreter.Interpret("नदी").Forms, form => form.Text == "नदियाँ");
                Assert.Contains("नदी", vocabulary.WithPrefix("नदी", 64));
                var count = vocabulary.Count;
                Assert.True(vocabulary.Entries().Count() >= count);
                rounds++;
            }
        })).ToArray();
        for (var number = 0; number < 50_000; number++)
            vocabulary.Add($"शब्द{number}", 1);
        Volatile.Write(ref done, true);
        await Task.WhenAll(readers);
        Assert.Equal(50_002, vocabulary.Count);
    }
}
