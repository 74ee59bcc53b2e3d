using SearchService.Language.Concepts;

namespace SearchService.Language.Tests.Completion;

public class CompleterTests
{
    private static readonly string[] News =
    [
        "रूसी विदेश मंत्री लावरोव भारत पहुंचे", "Russian foreign minister Lavrov arrives",
        "विदेश मंत्री लावरोव से मिले जयशंकर", "Jaishankar meets Lavrov",
        "विदेश नीति पर बहस", "foreign minister speaks",
    ];

    [Theory]
    [InlineData("lavr", "lavrov", "लावरोव")]
    [InlineData("लाव", "लावरोव", "lavrov")]
    [InlineData("Lav", "lavrov", "लावरोव")]
    public void A_name_is_completed_in_both_scripts_that_of_the_typing_first(string typed, params string[] expected) =>
        Assert.Equal(expected, Headlines.Over(News).Texts(typed));

    [Theory]
    [InlineData("vide", "विदेश मंत्री")]
    [InlineData("विदेश मं", "विदेश मंत्री")]
    [InlineData("videsh mantr", "विदेश मंत्री")]
    [InlineData("विदेश ", "विदेश मंत्री")]
    [InlineData("foreign mi", "foreign minister")]
    [InlineData("foreign mi", "विदेश मंत्री")]
    [InlineData("\"विदेश मं", "\"विदेश मंत्री\"")]
    [InlineData("भारत AND विदेश मं", "भारत AND विदेश मंत्री")]
    [InlineData("headline:विदेश मंत्री ला", "headline:विदेश मंत्री लावरोव")]
    public void Frequent_phrases_are_offered_and_earlier_words_stay(string typed, string expected) =>
        Assert.Contains(expected, Headlines.Over(News).Texts(typed));

    [Fact]
    public void What_more_articles_are_about_comes_first()
    {
        var completer = Headlines.Over("सरकार गिरी", "सरकार बनी", "सरगना पकड़ा", "सरगना भागा", "सरगना मारा", "सरपंच चुना");
        Assert.Equal(["सरगना", "सरकार", "सरपंच"], completer.Texts("सर"));
        Assert.Equal([3, 2, 1], completer.Complete("सर", 3).Select(one => one.Articles));
    }

    [Fact]
    public void An_article_counts_once_however_often_it_says_a_word() =>
        Assert.Equal(2, Headlines.Over("बाढ़ ही बाढ़", "बाढ़ आई").Complete("बाढ", 1)[0].Articles);

    [Theory]
    [InlineData("ज़म", "ज़मीन")]
    [InlineData("जम", "ज़मीन")]
    public void A_word_is_offered_once_as_it_is_printed_most(string typed, string expected) =>
        Assert.Equal([expected], Headlines.Over("ज़मीन बिकी", "ज़मीन ली", "जमीन दी", "ज़मीनों का विवाद").Texts(typed));

    [Theory]
    [InlineData("हिन्द", "हिंदी")]
    [InlineData("हिंद", "हिंदी")]
    public void Nasals_may_be_typed_either_way(string typed, string expected) =>
        Assert.Contains(expected, Headlines.Over("हिंदी दिवस").Texts(typed));

    [Fact]
    public void Words_that_only_bodies_have_fill_up()
    {
        var completer = Headlines.Over(["सरकार गिरी", "सरकार बनी"], ["सरकंडा", "सरकंडा", "सरकंडा", "सरकंडा"]);
        Assert.Equal(["सरकार", "सरकंडा"], completer.Texts("सरक"));
    }

    [Fact]
    public void Words_of_grammar_are_offered_for_want_of_anything_else()
    {
        Assert.Equal(["केरल"], Headlines.Over("केरल के किसान", "दिल्ली के किसान", "केरल की बात").Texts("के"));
        Assert.Equal(["के"], Headlines.Over("दिल्ली के किसान").Texts("के"));
    }

    [Fact]
    public void What_one_article_says_is_no_phrase() =>
        Assert.Equal(["सूखा"], Headlines.Over("सूखा राहत कोष").Texts("सूख"));

    [Fact]
    public void A_piece_of_a_longer_phrase_is_not_offered_beside_it()
    {
        var headlines = Enumerable.Range(0, 5).Select(number => $"प्रधानमंत्री नरेंद्र मोदी {number}").ToArray();
        Assert.Equal(["प्रधानमंत्री", "प्रधानमंत्री नरेंद्र मोदी"], Headlines.Over(headlines).Texts("प्रधान"));
    }

    [Fact]
    public void Abbreviations_are_found_by_their_letters() =>
        Assert.Contains(Headlines.Over("टीएमकेएस की बैठक", "टीएमकेएस में फूट").Complete("tmk", 5), one => one is { Words: ["टीएमकेएस"], Reason: FormReason.Transliteration });

    [Theory]
    [InlineData("floo", "बाढ़", FormReason.Translation)]
    [InlineData("scheng", "शेंगेन", FormReason.Transliteration)]
    [InlineData("लाव", "लावरोव", FormReason.Prefix)]
    [InlineData("videsh", "विदेश", FormReason.Transliteration)]
    public void Each_completion_says_why(string typed, string word, FormReason reason) =>
        Assert.Contains(Headlines.Over(["बाढ़ आई", "बाढ़ गई", "शेंगेन वीज़ा", "शेंगेन क्षेत्र", .. News]).Complete(typed, 8), one => one.Words is [var only] && only == word && one.Reason == reason);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("!?")]
    [InlineData("qqqqqq")]
    [InlineData("ъыь")]
    [InlineData("\uD800")]
    public void Nothing_is_made_up(string typed) => Assert.Empty(Headlines.Over(News).Texts(typed));

    [Theory]
    [InlineData("zelensky", "जेलेंस्की")]
    [InlineData("भारत AND \"Zelensky", "भारत AND \"जेलेंस्की\"")]
    [InlineData("wxz", "डब्ल्यूएक्सज़ेड")]
    public void A_romanised_word_that_nothing_fits_is_spelt_and_told_to_be_no_word_of_the_archive(string typed, string expected)
    {
        var offered = Headlines.Over(News).Complete(typed, 8);
        Assert.Equal(expected, $"{offered[0].Before}{string.Join(' ', offered[0].Words)}{offered[0].After}");
        Assert.InRange(offered.Count, 1, 3);
        Assert.All(offered, one => Assert.Equal((0, FormReason.Transliteration, false), (one.Articles, one.Reason, one.InArchive)));
    }

    [Theory]
    [InlineData("lavr")]
    [InlineData("videsh")]
    [InlineData("foreign mi")]
    [InlineData("लाव")]
    public void What_the_archive_has_is_all_that_is_offered_where_it_has_any(string typed) =>
        Assert.All(Headlines.Over(News).Complete(typed, 8), one => Assert.True(one.InArchive && one.Articles > 0));

    [Theory]
    [InlineData("ज़ेलेंस्की")]
    [InlineData("zelensky ")]
    [InlineData("qqqqqqq")]
    [InlineData("covid2099")]
    public void What_is_not_romanised_is_not_spelt(string typed) => Assert.Empty(Headlines.Over(News).Complete(typed, 8));
}
