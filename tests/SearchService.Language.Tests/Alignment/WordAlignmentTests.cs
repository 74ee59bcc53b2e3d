using SearchService.Language.Alignment;

namespace SearchService.Language.Tests.Alignment;

public class WordAlignmentTests
{
    [Fact]
    public void The_toy_corpus_of_every_textbook_is_aligned_word_by_word()
    {
        // das Haus, the house; das Buch, the book; ein Buch, a book: nothing is said of the words but what stands beside what.
        var pairs = Pairs(("thee haus", "दास घरम"), ("thee buch", "दास किताबम"), ("einne buch", "एकम किताबम"));

        Assert.Equal(["thee दास", "haus घरम", "thee दास", "buch किताबम", "einne एकम", "buch किताबम"], Links(pairs));
    }

    [Fact]
    public void Two_words_that_nothing_tells_apart_are_not_linked() =>
        Assert.Empty(Links(Pairs(("thee haus", "दास घरम"), ("haus thee", "घरम दास"))));

    [Fact]
    public void What_is_known_beforehand_tells_them_apart()
    {
        var pairs = Pairs(("thee haus", "दास घरम"), ("haus thee", "घरम दास"));
        var together = Together(pairs);
        var known = new float[together.Count];
        for (var cell = 0; cell < known.Length; cell++)
            known[cell] = pairs.English.KeyText(together.EnglishOf[cell]) == "haus" && pairs.Hindi.KeyText(together.HindiOf[cell]) == pairs.Hindi.KeyText(pairs.Hindi.Find("घरम")) ? 1 : 0;

        Assert.Equal(["thee दास", "haus घरम", "haus घरम", "thee दास"], Links(pairs, together, known));
    }

    private static TitlePairs Pairs(params (string English, string Hindi)[] all)
    {
        var pairs = new TitlePairs();
        foreach (var (english, hindi) in all)
            Assert.True(pairs.Add(english, hindi));
        return pairs;
    }

    private static Cooccurrences Together(TitlePairs pairs)
    {
        pairs.English.Group();
        pairs.Hindi.Group();
        return new(pairs, TestContext.Current.CancellationToken);
    }

    private static List<string> Links(TitlePairs pairs) => Together(pairs) is var together ? Links(pairs, together, new float[together.Count]) : [];

    private static List<string> Links(TitlePairs pairs, Cooccurrences together, float[] known)
    {
        var alignment = new WordAlignment(together, known, TestContext.Current.CancellationToken);
        var links = new List<string>();
        for (var pair = 0; pair < pairs.Count; pair++)
        {
            var found = alignment.Links(pair);
            var width = together.Hindi(pair).Length;
            for (var at = 0; at < found.Length; at++)
            {
                if (found[at] == Link.Both)
                    links.Add($"{pairs.English.SoundOf(together.English(pair)[at / width])} {pairs.Hindi.SoundOf(together.Hindi(pair)[at % width])}");
            }
        }

        return links;
    }
}
