using System.Text;
using SearchService.Language.Names;

namespace SearchService.Language.Tests.Names;

public class NameKeysTests
{
    [Theory]
    [InlineData("नई दिल्ली", "नयी दिल्ली", "New Delhi", "NEW  DELHI.", "नई-दिल्ली", "नयी दिल्ली।")]
    [InlineData("चंडीगढ़", "चण्डीगढ़", "चंडीगढ", "Chandigarh")]
    [InlineData("न्यूयॉर्क", "न्यूयार्क", "न्यू यॉर्क", "New York")]
    [InlineData("मॉस्को", "मास्को", "moscow")]
    [InlineData("मुंबई", "मुम्बई", "Mumbai")]
    public void Spellings_of_a_place_are_one(params string[] spellings) => AreOne(NameKeys.OfPlace, spellings);

    [Theory]
    [InlineData("भाषा", "पीटीआई-भाषा", "पीटीआई भाषा", "PTI-Bhasha", "pti bhasha", "(भाषा)")]
    [InlineData("एएनआई", "ANI", "ani", "A.N.I.", "ए.एन.आई.")]
    [InlineData("हिन्दुस्थान समाचार", "हिंदुस्थान समाचार")]
    [InlineData("आईएएनएस", "IANS", "आइएएनएस")]
    public void Spellings_of_an_agency_are_one(params string[] spellings) => AreOne(NameKeys.OfAgency, spellings);

    [Theory]
    [InlineData("भाषा", "पीटीआई")]
    [InlineData("वार्ता", "यूएनआई")]
    [InlineData("एपी", "एएफपी")]
    public void Agencies_that_are_two_stay_two(string one, string other) => Assert.NotEqual(NameKeys.OfAgency(one), NameKeys.OfAgency(other));

    [Theory]
    [InlineData("दिल्ली", "नई दिल्ली")]
    [InlineData("मुंबई", "बंबई")]
    [InlineData("गया", "गोवा")]
    public void Places_that_are_two_stay_two(string one, string other) => Assert.NotEqual(NameKeys.OfPlace(one), NameKeys.OfPlace(other));

    [Theory]
    [InlineData("", "")]
    [InlineData(" — (|) ", "")]
    [InlineData("खेल\u200D जगत", "खेल जगत")]
    [InlineData("ख़बरें", "खबरें")]
    [InlineData("Top News!", "top news")]
    [InlineData("२०२१", "2021")]
    public void A_key_has_folded_words_and_nothing_else(string name, string key) => Assert.Equal(key, NameKeys.Of(name));

    [Theory]
    [InlineData("agencies")]
    [InlineData("places")]
    public void Every_line_of_a_table_gives_its_spellings_one_key_that_stays(string table)
    {
        Func<string, string> key = table == "agencies" ? NameKeys.OfAgency : NameKeys.OfPlace;
        var lines = ResourceTable.Lines($"Names.{table}.tsv").Select(line => line.Split('\t')).ToList();

        Assert.True(lines.Count > 20);
        Assert.All(lines, line => AreOne(key, line));
        Assert.All(lines.SelectMany(line => line), name => Assert.Equal(key(name), key(key(name))));
        Assert.Equal(lines.Count, lines.Select(line => key(line[0])).Distinct().Count());
    }

    private static void AreOne(Func<string, string> key, string[] spellings)
    {
        var first = key(spellings[0]);
        Assert.NotEqual("", first);
        Assert.All(spellings, spelling => Assert.Equal(first, key(spelling)));
        Assert.All(spellings, spelling => Assert.Equal(first, key(spelling.Normalize(NormalizationForm.FormD))));
    }
}
