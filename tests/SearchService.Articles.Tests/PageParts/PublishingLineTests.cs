using SearchService.Articles.Dates;
using SearchService.Articles.PageParts;

namespace SearchService.Articles.Tests.PageParts;

public sealed class PublishingLineTests
{
    [Theory]
    [InlineData("By भाषा | Updated: April 7, 2021 14:27 IST2021-04-07T14:20:10+5:302021-04-07T14:27:42+5:30", "भाषा", "14:20:10", "14:27:42")]
    [InlineData("By पीटीआई-भाषा Published: April 7, 2021 14:20 IST | Updated: April 7, 2021 14:27 IST", "पीटीआई-भाषा", "14:20:00", "14:27:00")]
    [InlineData("Updated: 2021-04-07T14:27:42+05:30 | Published: 2021-04-07T14:20:10+05:30", null, "14:20:10", "14:27:42")]
    [InlineData("By: News Desk | अपडेटेड: 7 अप्रैल 2021 14:27", "News Desk", "14:27:00", "14:27:00")]
    [InlineData("एएनआई | Last Updated : Apr 7, 2021, 02:27 PM", "एएनआई", "14:27:00", "14:27:00")]
    [InlineData("April 7, 2021 14:27 IST", null, "14:27:00", "14:27:00")]
    [InlineData("BY ANI | 2021-04-07 14:27:42", "ANI", "14:27:42", "14:27:42")]
    public void Agency_and_times_are_taken(string line, string? agency, string published, string updated)
    {
        var times = new PublishingTimes();
        Assert.True(PublishingLine.TryRead(line, isFirst: false, times, out var found));
        Assert.Equal((agency, At(published), At(updated)), (found, times.Published, times.Updated));
    }

    [Theory]
    [InlineData("By 2030 India aims to double its exports, minister says in a long statement to the house")]
    [InlineData("उन्होंने 2021-04-07T14:27:42+05:30 को दर्ज संदेश पढ़ा और कहा कि इसमें कोई गड़बड़ी नहीं है।")]
    [InlineData("सरकार ने कहा, अपडेट: सब ठीक है।")]
    [InlineData("शीर्षक")]
    public void A_line_of_the_story_is_left_alone(string line) =>
        Assert.False(PublishingLine.TryRead(line, isFirst: false, new PublishingTimes(), out _));

    [Fact]
    public void A_first_line_that_begins_with_by_alone_is_a_headline()
    {
        Assert.False(PublishingLine.TryRead("By elections in Bihar", isFirst: true, new PublishingTimes(), out _));
        Assert.True(PublishingLine.TryRead("By भाषा", isFirst: false, new PublishingTimes(), out var agency));
        Assert.Equal("भाषा", agency);
    }

    private static DateTimeOffset? At(string time) => new DateTimeOffset(2021, 4, 7, 0, 0, 0, IsoStamp.Indian) + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
