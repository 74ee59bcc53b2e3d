using System.Globalization;
using SearchService.Articles.Dates;

namespace SearchService.Articles.Tests.Dates;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("April 7, 2021 14:27 IST", "2021-04-07T14:27:00")]
    [InlineData("7 April 2021, 02:27 PM (IST)", "2021-04-07T14:27:00")]
    [InlineData("Wed, 07 Apr 2021 12:05 am", "2021-04-07T00:05:00")]
    [InlineData("Sept. 30th, 2019", "2019-09-30T00:00:00")]
    [InlineData("7 अप्रैल 2021, 14:27:42", "2021-04-07T14:27:42")]
    [InlineData("७ सितम्बर २०२१", "2021-09-07T00:00:00")]
    [InlineData("अपडेट: 30 दिसंबर 2012 9:05pm", "2012-12-30T21:05:00")]
    public void A_date_for_readers_is_indian_time(string text, string expected) =>
        Assert.Equal(new DateTimeOffset(DateTime.Parse(expected, CultureInfo.InvariantCulture), IsoStamp.Indian), WrittenDate.Find(text));

    [Theory]
    [InlineData("February 31, 2021 14:27 IST")]
    [InlineData("April 2021")]
    [InlineData("May 7")]
    [InlineData("7 कोई 2021")]
    [InlineData("")]
    public void What_is_no_whole_date_gives_none(string text) => Assert.Null(WrittenDate.Find(text));
}
