using SearchService.Engine.Indexing;
using Xunit;

namespace SearchService.Engine.Tests.Indexing;

public class FilterValueTests
{
    [Theory]
    [InlineData("place", "नयी दिल्ली, 7 अप्रैल (भाषा)", "नयी दिल्ली")]
    [InlineData("place", "  पटना ।", "पटना")]
    [InlineData("place", "NEW DELHI, April 7", "NEW DELHI")]
    [InlineData("place", "राजगीर (बिहार)", "राजगीर")]
    [InlineData("place", "श्रीनगर\n जम्मू-कश्मीर:", "श्रीनगर जम्मू-कश्मीर")]
    [InlineData("agency", "(भाषा)", "भाषा")]
    [InlineData("agency", "[ANI]", "ANI")]
    [InlineData("agency", "भाषा.", "भाषा")]
    [InlineData("agency", "A.N.I.", "A.N.I.")]
    [InlineData("category", "दिल्ली (एनसीआर)", "दिल्ली (एनसीआर)")]
    [InlineData("category", "–", "–")]
    [InlineData("category", ".", ".")]
    [InlineData("byline", "\uD834 मीना", "\uD834 मीना")]
    public void What_is_shown_of_a_value_has_nothing_stuck_to_it(string field, string printed, string shown) =>
        Assert.Equal(shown, FilterValue.Shown(field, printed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void What_is_blank_is_no_value(string? printed)
    {
        Assert.Null(FilterValue.Shown(IndexFields.Category, printed));
        Assert.Equal("", FilterValue.Term(IndexFields.Category, printed ?? ""));
    }

    [Theory]
    [InlineData("place", "नई दिल्ली", "नयी दिल्ली, 7 अप्रैल (भाषा)")]
    [InlineData("place", "नई दिल्ली", "new delhi")]
    [InlineData("agency", "भाषा", "पीटीआई-भाषा")]
    [InlineData("agency", "ANI", "(एएनआई)")]
    [InlineData("category", "ख़बर", "खबर")]
    [InlineData("byline", "सज्जाद हुसैन", "(सज्जाद हुसैन)")]
    [InlineData("year", "2021", "२०२१")]
    public void Spellings_of_a_value_share_a_term(string field, string one, string other)
    {
        Assert.NotEqual("", FilterValue.Term(field, one));
        Assert.Equal(FilterValue.Term(field, one), FilterValue.Term(field, other));
        Assert.Equal(FilterValue.Term(field, one), FilterValue.Term(field, FilterValue.Shown(field, other)!));
        Assert.Equal(FilterValue.Term(field, one), FilterValue.Term(field, other.Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("–")]
    [InlineData("***")]
    [InlineData("\uD834")]
    public void A_value_without_a_letter_is_still_a_value(string printed) => Assert.Equal(printed, FilterValue.Term(IndexFields.Category, printed));
}
