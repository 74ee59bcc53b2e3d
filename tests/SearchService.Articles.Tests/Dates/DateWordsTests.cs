using SearchService.Articles.Dates;

namespace SearchService.Articles.Tests.Dates;

public sealed class DateWordsTests
{
    [Fact]
    public void Every_day_of_a_month_and_every_month_has_a_hindi_word()
    {
        string[] days =
        [
            "एक", "दो", "तीन", "चार", "पांच", "छह", "सात", "आठ", "नौ", "दस", "ग्यारह", "बारह", "तेरह", "चौदह", "पंद्रह", "सोलह", "सत्रह", "अठारह", "उन्नीस",
            "बीस", "इक्कीस", "बाईस", "तेईस", "चौबीस", "पच्चीस", "छब्बीस", "सत्ताईस", "अट्ठाईस", "उनतीस", "तीस", "इकतीस",
        ];
        string[] months = ["जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"];
        Assert.Equal(Enumerable.Range(1, 31), days.Select(day => DateWords.Day(day) ?? 0));
        Assert.Equal(Enumerable.Range(1, 12), months.Select(month => DateWords.Month(month) ?? 0));
    }

    [Theory]
    [InlineData("पाँच", 5)]
    [InlineData("छः", 6)]
    [InlineData("३१", 31)]
    [InlineData("07", 7)]
    [InlineData("32", null)]
    [InlineData("007", null)]
    [InlineData("सौ", null)]
    public void A_day_reads_in_its_spellings_and_digits(string word, int? day) => Assert.Equal(day, DateWords.Day(word));

    [Theory]
    [InlineData("फ़रवरी", 2)]
    [InlineData("सितम्बर", 9)]
    [InlineData("अक्तूबर", 10)]
    [InlineData("दिसम्बर", 12)]
    [InlineData("SEPT", 9)]
    [InlineData("माह", null)]
    public void A_month_reads_in_its_spellings(string word, int? month) => Assert.Equal(month, DateWords.Month(word));
}
