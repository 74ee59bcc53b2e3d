using SearchService.Language.Concepts;
using SearchService.Language.Correction;

namespace SearchService.Language.Tests.Correction;

public class NearWordsTests
{
    private const string Devanagari = "कखगतटदडनमसशरवबािीुूेंँ़्आअइ";
    private const string Latin = "abcehikopsuvwxy";

    [Theory]
    [InlineData("हिन्दि", "हिन्दी", 0.2)]
    [InlineData("हिन्दी", "हिंदी", 0.2)]
    [InlineData("लडका", "लड़का", 0.2)]
    [InlineData("पाकिसतान", "पाकिस्तान", 0.4)]
    [InlineData("अश्विन", "अष्विन", 0.25)]
    [InlineData("पता", "पत्ता", 0.3)]
    [InlineData("ग्रह", "गृह", 1)]
    [InlineData("फिर", "पिर", 0.6)]
    [InlineData("भारत", "भारत", 0)]
    [InlineData("minsiter", "minister", 0.6)]
    [InlineData("adress", "address", 0.3)]
    [InlineData("lavrof", "lavrov", 0.6)]
    [InlineData("fotograf", "photograph", 0.4)]
    [InlineData("2019", "2018", double.PositiveInfinity)]
    public void Mistakes_cost_what_they_sound_and_look_like(string wrong, string right, double cost)
    {
        Assert.Equal(cost, PlainDistance.Between(wrong, right), 0.001);
        if (wrong != right && cost < 3)
            Assert.Equal(cost, Search([(right, 1)], wrong, 10, 3)[0].Distance, 0.001);
    }

    [Fact]
    public void A_mistake_that_is_hardly_heard_is_cheaper_than_any_other_letter()
    {
        foreach (var (word, heard, other) in new[] { ("तीन", "तिन", "तमन"), ("भारत", "बारत", "सारत"), ("शहर", "सहर", "कहर"), ("टमाटर", "तमाटर", "गमाटर"), ("सिंह", "सिन्ह", "सिकह") })
            Assert.True(PlainDistance.Between(word, heard) < PlainDistance.Between(word, other), $"{word} {heard} {other}");
    }

    [Theory]
    [InlineData(Devanagari)]
    [InlineData(Latin)]
    public void Every_edit_costs_the_same_both_ways(string letters)
    {
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var (one, other) = (Word(random, letters), Word(random, letters));
            Assert.Equal(PlainDistance.Between(one, other), PlainDistance.Between(other, one), 0.001);
        }
    }

    [Theory]
    [InlineData(Devanagari, 1)]
    [InlineData(Latin, 2)]
    public void The_trie_finds_what_comparing_with_every_word_finds(string letters, int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 25; round++)
        {
            var words = Enumerable.Range(0, 300).Select(_ => Word(random, letters)).Distinct().Select(word => (word, Count: random.Next(1, 200))).ToArray();
            for (var ask = 0; ask < 10; ask++)
            {
                var asked = ask % 2 == 0 ? Word(random, letters) : Changed(random, words[random.Next(words.Length)].word, letters);
                var (reach, rarest) = ((float)(0.4 + (random.NextDouble() * 2)), random.Next(1, 40));
                var expected = words.Where(one => one.word != asked && one.Count >= rarest)
                    .Select(one => (one.word, Distance: PlainDistance.Between(asked, one.word), one.Count))
                    .Where(one => one.Distance <= reach)
                    .Select(one => (double)NearWords.Rank(one.Distance, one.Count)).Order().Take(5).ToArray();

                var found = Search(words, asked, 5, reach, rarest);

                Assert.Equal(expected, found.Select(one => (double)NearWords.Rank(one.Distance, one.Count)), (left, right) => Math.Abs(left - right) < 0.001);
                Assert.All(found, one => Assert.Equal(PlainDistance.Between(asked, one.Text), one.Distance, 0.001));
            }
        }
    }

    [Fact]
    public void Of_two_words_as_near_the_more_frequent_is_first() =>
        Assert.Equal(["मिल", "मेल"], Search([("मेल", 3), ("मिल", 300)], "मॆल", 2, 1).Select(one => one.Text));

    private static List<(string Text, float Distance, int Count)> Search((string Word, int Count)[] words, string asked, int most, float reach, int rarest = 1)
    {
        var vocabulary = new Vocabulary();
        foreach (var (word, count) in words)
            vocabulary.Add(word, count);
        return new NearWords(vocabulary).Of(asked, most, reach, rarest).ConvertAll(near => (vocabulary.WordOf(near.Id), near.Distance, vocabulary.CountOf(near.Id)));
    }

    private static string Word(Random random, string letters) =>
        new string([.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => letters[random.Next(letters.Length)])]).Normalize();

    private static string Changed(Random random, string word, string letters)
    {
        var at = random.Next(word.Length);
        return (random.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letters[random.Next(letters.Length)].ToString()),
            _ => word[..at] + letters[random.Next(letters.Length)] + word[(at + 1)..],
        } + "क"[..(letters == Devanagari ? 1 : 0)]).Normalize();
    }
}
