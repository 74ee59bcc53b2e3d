using SearchService.Language.Alignment;
using SearchService.Language.Concepts;

namespace SearchService.Language.Tests.Alignment;

public class LexiconLearningTests
{
    private static readonly (string English, string Hindi)[] Words =
    [
        ("zyxword", "झूकसब"), ("qualtem", "रगोड़"), ("vexnor", "मुतपल"), ("plimsag", "टेकवाद"), ("drozzle", "फुगनी"),
        ("kembrit", "ठिलास"), ("snorvak", "बेदुन"), ("yuptole", "गहिम"),
    ];

    [Fact]
    public void Words_that_stand_together_beside_changing_others_are_learnt_with_their_evidence()
    {
        var learnt = Learn(Titles(words: 3, count: 60));

        foreach (var (english, hindi) in Words)
        {
            var entry = Assert.Single(learnt.Entries, entry => entry.English == english);
            Assert.Equal((hindi, FormReason.Translation, "learnt"), (entry.Rendering.Text, entry.Rendering.Reason, entry.Rendering.Source));
            Assert.InRange(entry.Rendering.Weight, 0.5f, 0.95f);
            Assert.InRange(entry.Rendering.Evidence, 8, 60);
        }
    }

    [Fact]
    public void What_the_product_knows_helps_to_learn_the_rest_and_is_not_learnt_itself()
    {
        // Always side by side, so counts alone cannot tell which is which.
        var pairs = new TitlePairs();
        foreach (var (english, hindi) in ((string, string)[])[("police", "पुलिस"), ("minister", "मंत्री"), ("election", "चुनाव")])
        {
            Assert.True(pairs.Add($"{english} at zyxword", $"{hindi} झूकसब में"));
            Assert.True(pairs.Add($"zyxword {english} today", $"आज झूकसब {hindi}"));
        }

        AddOthers(pairs, 20);
        var learnt = LexiconLearning.Learn(pairs, TestContext.Current.CancellationToken);

        Assert.Contains(learnt.Entries, entry => entry is { English: "zyxword", Rendering.Text: "झूकसब", Rendering.Evidence: 6 });
        Assert.DoesNotContain(learnt.Entries, entry => entry.English is "police" or "minister" or "election");
    }

    [Fact]
    public void Words_seen_once_are_learnt_only_when_they_sound_alike()
    {
        var pairs = new TitlePairs();
        pairs.Add("livingston beats qualtem", "लिविंगस्टन की रगोड़ जीत");
        AddOthers(pairs, 20);
        var learnt = LexiconLearning.Learn(pairs, TestContext.Current.CancellationToken);

        Assert.Contains(learnt.Entries, entry => entry is { English: "livingston", Rendering.Text: "लिविंगस्टन", Rendering.Reason: FormReason.Transliteration, Rendering.Evidence: 1 });
        Assert.DoesNotContain(learnt.Entries, entry => entry.English == "qualtem");
    }

    [Fact]
    public void Words_seen_once_are_learnt_when_they_are_all_that_is_left_of_title_and_headline()
    {
        var pairs = new TitlePairs();
        pairs.Add("police zyxword the minister", "पुलिस का झूकसब मंत्री को");
        pairs.Add("police qualtem vexnor", "पुलिस रगोड़ मुतपल");
        AddOthers(pairs, 20);
        var learnt = LexiconLearning.Learn(pairs, TestContext.Current.CancellationToken);

        Assert.Contains(learnt.Entries, entry => entry is { English: "zyxword", Rendering.Text: "झूकसब", Rendering.Evidence: 1, Rendering.Weight: < 0.5f });
        Assert.DoesNotContain(learnt.Entries, entry => entry.English is "qualtem" or "vexnor");
    }

    [Fact]
    public void A_phrase_that_says_more_than_its_words_is_learnt_whole()
    {
        var pairs = new TitlePairs();
        for (var number = 0; number < 10; number++)
        {
            var (english, hindi) = Words[3 + (number % 5)];
            pairs.Add($"{english} zyxword qualtem {number}", $"{hindi} झूकसब {number}");
        }

        AddOthers(pairs, 30);
        var learnt = LexiconLearning.Learn(pairs, TestContext.Current.CancellationToken);

        Assert.Contains(learnt.Entries, entry => entry is { English: "zyxword qualtem", Rendering.Text: "झूकसब", Rendering.Evidence: 10 });
    }

    [Fact]
    public void A_word_rendered_by_two_is_learnt_with_both()
    {
        var pairs = new TitlePairs();
        for (var number = 0; number < 10; number++)
        {
            var (english, hindi) = Words[3 + (number % 5)];
            pairs.Add($"{english} zyxword {number}", $"{hindi} झूकसब रगोड़ {number}");
        }

        AddOthers(pairs, 30);
        var learnt = LexiconLearning.Learn(pairs, TestContext.Current.CancellationToken);

        var entry = Assert.Single(learnt.Entries, entry => entry.English == "zyxword");
        Assert.Equal("झूकसब रगोड़", entry.Rendering.Text);
    }

    [Fact]
    public void Forms_of_one_word_are_learnt_as_one()
    {
        var pairs = new TitlePairs();
        foreach (var (english, hindi) in ((string, string)[])[("zyxword", "झूकसब"), ("zyxwords", "झूकसबों"), ("zyxword's", "झूकसब"), ("zyxwords", "झूकसबों")])
            pairs.Add($"{english} {Words[3 + (pairs.Count % 5)].English}", $"{Words[3 + (pairs.Count % 5)].Hindi} {hindi}");
        AddOthers(pairs, 30);
        var learnt = LexiconLearning.Learn(pairs, TestContext.Current.CancellationToken);

        Assert.Contains(learnt.Entries, entry => entry is { English: "zyxword", Rendering.Evidence: 4 });
    }

    [Fact]
    public void Words_strewn_at_random_teach_next_to_nothing()
    {
        var random = new Random(7);
        var pairs = new TitlePairs();
        for (var number = 0; number < 400; number++)
            pairs.Add(Row(random, "x"), Row(random, "क"));

        Assert.InRange(LexiconLearning.Learn(pairs, TestContext.Current.CancellationToken).Entries.Count, 0, 3);

        static string Row(Random random, string first) =>
            string.Join(' ', Enumerable.Range(0, 6).Select(_ => first + string.Concat(random.Next(60).ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)(first[0] == 'x' ? 'a' + digit - '0' : 'ग' + digit - '0')))));
    }

    [Fact]
    public void Too_few_pairs_teach_nothing()
    {
        var pairs = new TitlePairs();
        pairs.Add("zyxword qualtem", "झूकसब रगोड़");

        Assert.Empty(LexiconLearning.Learn(pairs, TestContext.Current.CancellationToken).Entries);
    }

    [Fact]
    public void A_run_can_be_given_up() =>
        Assert.ThrowsAny<OperationCanceledException>(() => LexiconLearning.Learn(Titles(3, 60), new CancellationToken(canceled: true)));

    private static LearntLexicon Learn(TitlePairs pairs) => LexiconLearning.Learn(pairs, TestContext.Current.CancellationToken);

    private static TitlePairs Titles(int words, int count)
    {
        var random = new Random(1);
        var pairs = new TitlePairs();
        while (pairs.Count < count)
        {
            var chosen = random.GetItems(Words, words).Distinct().ToArray();
            var hindi = chosen.Select(word => word.Hindi).ToArray();
            random.Shuffle(hindi);
            pairs.Add(string.Join(' ', chosen.Select(word => word.English)) + $" {pairs.Count}", string.Join(' ', hindi) + $" {pairs.Count}");
        }

        return pairs;
    }

    // Pairs of other words, so that what is asked about is rare among them.
    private static void AddOthers(TitlePairs pairs, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var (one, other) = (Words[3 + (number % 5)], Words[3 + (number / 5 % 5)]);
            pairs.Add($"{one.English} {other.English} {number}", $"{one.Hindi} {other.Hindi} {number}");
        }
    }
}
