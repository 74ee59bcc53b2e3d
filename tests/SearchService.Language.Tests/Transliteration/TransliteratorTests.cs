using FsCheck;
using FsCheck.Fluent;
using SearchService.Language.Concepts;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Tests.Transliteration;

public class TransliteratorTests
{
    private static readonly string[] Syllables = ["क", "की", "म", "मा", "न", "नि", "र", "रा", "ल", "लो", "त", "ति", "स", "सु", "क्र", "न्द", "ज़", "अ", "आ", "ई", "ं"];

    [Fact]
    public void The_cost_found_is_that_of_the_likeliest_alignment() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var vocabulary = new Vocabulary();
            for (var i = 0; i < 12; i++)
                vocabulary.Add(string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Syllables[random.Next(Syllables.Length)])).Normalize(), random.Next(1, 50));
            var wanted = vocabulary.WordOf(random.Next(vocabulary.Count));
            var latin = Spell(wanted, random);
            if (latin.Length == 0)
                return true;
            var found = new Dictionary<int, float>();
            new Transliterator(vocabulary, Channel.Default).ToDevanagari(latin, found);
            return found.TryGetValue(vocabulary.IdOf(wanted), out var cost) && Math.Abs(cost - Likeliest(wanted, latin)) < 0.01;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("anusarand", "अनुसरण")] // a letter too many
    [InlineData("uplabhdhata", "उपलब्धता")]
    [InlineData("pakitan", "पाकिस्तान")] // too few
    [InlineData("rashtrapafi", "राष्ट्रपति")] // one for another
    public void A_word_with_one_slip_is_found_at_a_price(string latin, string word)
    {
        var vocabulary = new Vocabulary();
        foreach (var held in new[] { "अनुसरण", "उपलब्धता", "पाकिस्तान", "राष्ट्रपति", "किताब", "सड़क" })
            vocabulary.Add(held.Normalize(), 1);
        var found = new Dictionary<int, float>();
        new Transliterator(vocabulary, Channel.Default).ToDevanagari(latin, found);
        var best = found.MinBy(one => one.Value);
        Assert.Equal(word.Normalize(), vocabulary.WordOf(best.Key));
        Assert.InRange(best.Value, 4f, 12f);
    }

    [Fact]
    public void One_search_can_be_used_for_word_after_word()
    {
        var vocabulary = new Vocabulary();
        foreach (var held in new[] { "दिल्ली", "मुंबई", "कोलकाता" })
            vocabulary.Add(held, 1);
        var search = new Transliterator(vocabulary, Channel.Default);
        foreach (var (latin, word) in new[] { ("dilli", "दिल्ली"), ("mumbai", "मुंबई"), ("dilli", "दिल्ली"), ("kolkata", "कोलकाता") })
        {
            var found = new Dictionary<int, float>();
            search.ToDevanagari(latin, found);
            Assert.Equal(word, vocabulary.WordOf(found.MinBy(one => one.Value).Key));
        }
    }

    /// <summary>Some way to write the word that the channel holds for not too unlikely.</summary>
    private static string Spell(string word, Random random) =>
        string.Concat(SoundSlots.Of(word).Select(slot => Channel.Default.Of(slot).Where(spelling => spelling.Cost < 2.5f).ToArray())
            .Where(likely => likely.Length > 0).Select(likely => likely[random.Next(likely.Length)].ToString()).Where(text => text != "-"));

    /// <summary>-ln P of the likeliest alignment, by dynamic programming over all of them.</summary>
    private static double Likeliest(string word, string latin)
    {
        var best = new double[latin.Length + 1];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = 0;
        foreach (var slot in SoundSlots.Of(word))
        {
            var next = new double[latin.Length + 1];
            Array.Fill(next, double.PositiveInfinity);
            for (var at = 0; at <= latin.Length; at++)
            {
                foreach (var spelling in Channel.Default.Of(slot))
                {
                    if (at + spelling.Length <= latin.Length && (spelling.Length == 0 || string.CompareOrdinal(latin, at, spelling.ToString(), 0, spelling.Length) == 0))
                        next[at + spelling.Length] = Math.Min(next[at + spelling.Length], best[at] + spelling.Cost);
                }
            }

            best = next;
        }

        return best[^1];
    }
}
