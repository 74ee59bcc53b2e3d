using SearchService.Language.Tokenization;

namespace SearchService.Language.Tests.Tokenization;

public class WordReaderTests
{
    [Theory]
    [InlineData("वापसी।दिल्ली", "वापसी|दिल्ली")]
    [InlineData("कहा॥वह", "कहा|वह")]
    [InlineData("डॉ॰ सिंह", "डॉ|सिंह")]
    [InlineData("दुःख प्रायः", "दुःख|प्रायः")]
    [InlineData("उन्होंने कहा: हाँ", "उन्होंने|कहा|हाँ")]
    [InlineData("कोऽपि", "कोऽपि")]
    [InlineData("‘‘आप’’ने “कहा” (यह/वह)", "आप|ने|कहा|यह|वह")]
    [InlineData("5.2 फीसदी, 1,00,000 और ५.२", "5.2|फीसदी|1,00,000|और|५.२")]
    [InlineData("2019,2020 में", "2019|2020|में")]
    [InlineData("U.S. ने कहा", "u.s.|ने|कहा")]
    [InlineData("A.P.J.Abdul", "a.p.j.|abdul")]
    [InlineData("बी.जे.पी. ने", "बी.जे.पी.|ने")]
    [InlineData("एफ.आई.आर दर्ज", "एफ.आई.आर|दर्ज")]
    [InlineData("म.प्र. में", "म.प्र.|में")]
    [InlineData("है.वह आया.", "है|वह|आया")]
    [InlineData("Lavrov's Lavrov’s", "lavrov's|lavrov's")]
    [InlineData("users' list", "users|list")]
    [InlineData("CBIने जांच", "cbi|ने|जांच")]
    [InlineData("5G H1N1 जी20", "5g|h1n1|जी20")]
    [InlineData("10वीं 2019में", "10वीं|2019|में")]
    [InlineData("Émile Zürich", "émile|zürich")]
    [InlineData("पाक - भारत — चीन", "पाक|भारत|चीन")]
    [InlineData("中文 اردو தமிழ் 👍🏽", "中|文|اردو|தமிழ்")]
    [InlineData("", "")]
    [InlineData(" \t।॥--'’.,", "")]
    public void Text_is_read_as_these_words(string text, string forms) =>
        Assert.Equal(forms.Length == 0 ? [] : forms.Split('|'), Words.Of(text).Select(word => word.Form));

    [Fact]
    public void Joiners_are_dropped_from_the_form_and_kept_in_the_span()
    {
        // U+200D after the virama, as many keyboards write it: क्‍या
        var word = Assert.Single(Words.Of("क्\u200Dया"));
        Assert.Equal("क्या", word.Form);
        Assert.Equal((0, 5), (word.Start, word.Length));
    }

    [Theory]
    [InlineData("\u0958\u0932\u092E", "क\u093Cलम")] // क़ U+0958 is excluded from composition
    [InlineData("न\u093Cये", "\u0929ये")] // न + nukta composes to U+0929
    [InlineData("सड\u093Cक", "सड\u093Cक")]
    [InlineData("e\u0301mile", "émile")]
    [InlineData("A\u030Angström", "ångström")]
    [InlineData("\u212Aelvin", "kelvin")] // the Kelvin sign is K
    public void Forms_are_in_composed_normal_form(string text, string form) => Assert.Equal(form, Assert.Single(Words.Of(text)).Form);

    [Theory]
    [InlineData("कोविड-19", "कोविड-19", "कोविड", "19")]
    [InlineData("2019-20", "2019-20", "2019", "20")]
    [InlineData("दिल्ली–मुंबई", "दिल्ली-मुंबई", "दिल्ली", "मुंबई")]
    [InlineData("भारत‑चीन", "भारत-चीन", "भारत", "चीन")]
    [InlineData("U.S.-India", "u.s.-india", "u.s.", "india")]
    public void A_hyphenated_compound_gives_the_whole_before_its_parts(string text, string whole, string first, string second)
    {
        var words = Words.Of("वह " + text + " में");
        Assert.Equal([("वह", 0), (whole, 1), (first, 1), (second, 2), ("में", 3)], words.Select(word => (word.Form, word.Position)));
        Assert.Equal((true, 2, 3, text.Length), (words[1].IsWhole, words[1].PositionLength, words[1].Start, words[1].Length));
        Assert.All(words.Where(word => word.Form != whole), word => Assert.Equal((false, 1), (word.IsWhole, word.PositionLength)));
    }

    [Fact]
    public void A_chain_of_more_than_six_parts_is_a_list_without_a_whole()
    {
        var words = Words.Of("क-ख-ग-घ-च-छ-ज-झ");
        Assert.Equal(["क", "ख", "ग", "घ", "च", "छ", "ज", "झ"], words.Select(word => word.Form));
        Assert.Equal(Enumerable.Range(0, 8), words.Select(word => word.Position));
    }

    [Theory]
    [InlineData("भारत", WordKind.Devanagari)]
    [InlineData("10वीं", WordKind.Devanagari)]
    [InlineData("India", WordKind.Latin)]
    [InlineData("5G", WordKind.Latin)]
    [InlineData("1,00,000", WordKind.Number)]
    [InlineData("२०१९", WordKind.Number)]
    [InlineData("اردو", WordKind.Other)]
    public void The_kind_is_the_script_of_the_letters(string text, WordKind kind) => Assert.Equal(kind, Assert.Single(Words.Of(text)).Kind);

    [Fact]
    public void A_run_without_a_break_is_cut_on_syllables_into_forms_of_at_most_256_units()
    {
        var text = string.Concat(Enumerable.Repeat("स्त्री", 3_000));
        var words = Words.Of(text);
        Assert.True(words.Count > 60);
        Assert.All(words, word => Assert.InRange(word.Form.Length, 1, WordReader.MaxForm));
        Assert.All(words, word => Assert.StartsWith("स्त्री", word.Form, StringComparison.Ordinal));
        Assert.Equal(text, string.Concat(words.Select(word => word.Form)));
        Assert.Equal(Enumerable.Range(0, words.Count), words.Select(word => word.Position));
    }

    [Fact]
    public void A_flood_of_marks_on_one_letter_is_one_word_with_a_bounded_form()
    {
        var word = Assert.Single(Words.Of("a" + new string('\u0363', 5_000)));
        Assert.Equal((WordReader.MaxForm, 5_001), (word.Form.Length, word.Length));
    }

    [Fact]
    public void Reading_allocates_nothing_for_a_word_in_composed_text()
    {
        var text = string.Concat(Enumerable.Repeat("विदेश मंत्री Lavrov’s क्\u200Dया सड़क न\u093Cये दिल्ली–मुंबई 5.2 ", 2_000));
        var reader = new WordReader();
        Assert.Equal(20_000, Read(reader, text));

        // The least of some readings: a collection in another test's thread moves the count of this one by what it had set aside.
        var least = long.MaxValue;
        for (var reading = 0; reading < 5; reading++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Read(reader, text);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.InRange(least, 0, 1_000);
    }

    private static int Read(WordReader reader, string text)
    {
        var count = 0;
        reader.Reset(text);
        while (reader.MoveNext())
            count += reader.Form.Length > 0 ? 1 : 0;
        return count;
    }
}
