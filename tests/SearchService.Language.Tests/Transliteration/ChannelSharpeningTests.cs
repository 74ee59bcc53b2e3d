using SearchService.Language.Transliteration;

namespace SearchService.Language.Tests.Transliteration;

public class ChannelSharpeningTests
{
    private static readonly string[] Consonants = ["क", "ग", "त", "द", "न", "प", "ब", "म", "र", "ल", "स"];
    private static readonly string[] Letters = ["k", "g", "t", "d", "n", "p", "b", "m", "r", "l", "s"];

    [Fact]
    public void An_archive_that_writes_names_its_own_way_is_read_so()
    {
        // व is v for the most part; here it is w throughout.
        var names = Names(100, "wa");
        var sharpened = Channel.Parse(Lines(names));

        Assert.True(ChannelSharpening.CostOf(names, sharpened) < ChannelSharpening.CostOf(names, Channel.Default));
        Assert.True(Cost("वकील", "wakil", sharpened) < Cost("वकील", "wakil", Channel.Default));
    }

    [Fact]
    public void No_spelling_is_lost_and_none_costs_much_more()
    {
        var sharpened = Channel.Parse(Lines(Names(100, "wa")));
        for (var slot = 0; slot < SoundSlots.Count; slot++)
        {
            foreach (var spelling in Channel.Default.Of(slot))
                Assert.InRange(sharpened.Of(slot).Single(other => other.ToString() == spelling.ToString()).Cost, 0, spelling.Cost + 0.75f);
        }
    }

    [Fact]
    public void Names_that_do_not_get_likelier_change_nothing()
    {
        // The tenth, which is held out, is written in another way in every letter.
        var names = Enumerable.Range(0, 100).Select(number => ("कीवका", number % 10 == 9 ? "qeevaqaa" : "kiwaka", 100 - number));

        Assert.Empty(Lines(names));
    }

    [Fact]
    public void Few_names_change_nothing() => Assert.Empty(Lines(Names(20, "wa")));

    private static IReadOnlyList<string> Lines(IEnumerable<(string, string, int)> names) =>
        ChannelSharpening.Lines(names, Channel.Default, TestContext.Current.CancellationToken);

    private static float Cost(string devanagari, string latin, Channel channel) => new SpellingCost(channel).Of(SoundSlots.Of(devanagari), latin);

    // In the order in which the sharpening takes them: by evidence.
    private static List<(string Devanagari, string Latin, int Evidence)> Names(int count, string va) =>
        [.. Enumerable.Range(0, count).Select(number =>
        {
            var (one, other) = (number % Consonants.Length, number / Consonants.Length);
            return ($"{Consonants[one]}ीव{Consonants[other % Consonants.Length]}ा", $"{Letters[one]}i{va}{Letters[other % Consonants.Length]}a", count - number);
        })];
}
