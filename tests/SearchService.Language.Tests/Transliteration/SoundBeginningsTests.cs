using SearchService.Language.Concepts;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Tests.Transliteration;

public class SoundBeginningsTests
{
    private static readonly string[] Held =
        ["लावरोव", "विदेश", "मंत्री", "किसान", "आंदोलन", "क्षेत्र", "ज़मीन", "अर्थव्यवस्था", "lavrov", "foreign", "minister", "pakistan", "qureshi", "economy"];

    private static readonly Vocabulary Words = Of(Held);

    [Theory]
    [InlineData("lavrov", "लावरोव")]
    [InlineData("videsh", "विदेश")]
    [InlineData("mantri", "मंत्री")]
    [InlineData("andolan", "आंदोलन")]
    [InlineData("kshetra", "क्षेत्र")]
    [InlineData("zameen", "ज़मीन")]
    [InlineData("arthvyavastha", "अर्थव्यवस्था")]
    [InlineData("लावरोव", "lavrov")]
    [InlineData("मिनिस्टर", "minister")]
    [InlineData("पाकिस्तान", "pakistan")]
    public void However_far_a_word_is_typed_it_lies_below_a_place_found(string typed, string word)
    {
        for (var length = 2; length <= typed.Length; length++)
            Assert.Contains(Find(typed[..length]), letters => word.StartsWith(letters, StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_costs_no_more_than_the_word_that_is_typed_whole()
    {
        var found = new Dictionary<int, float>();
        new Transliterator(Words, Channel.Default).ToDevanagari("lavrov", found);

        var best = new SoundBeginnings(Words, Channel.Default).InDevanagari("lavrov")[0];
        Assert.InRange(best.Cost, 0, found[Words.IdOf("लावरोव")] + 0.001f);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x1")]
    [InlineData("qqqqq")]
    [InlineData("आइ1")]
    public void What_spells_nothing_leads_nowhere(string typed) => Assert.Empty(Find(typed));

    private static List<string> Find(string typed)
    {
        var sounds = new SoundBeginnings(Words, Channel.Default);
        var places = typed.Length > 0 && char.IsAscii(typed[0]) ? sounds.InDevanagari(typed) : sounds.InLatin(typed);
        return places.ConvertAll(found => Words.Trie.LettersTo(found.Place).ToString());
    }

    private static Vocabulary Of(string[] held)
    {
        var words = new Vocabulary();
        foreach (var word in held)
            words.Add(word, 1);
        return words;
    }
}
