using System.Globalization;
using SearchService.Articles.Dates;

namespace SearchService.Articles.Tests.Dates;

public sealed class IsoStampTests
{
    [Theory]
    [InlineData("2021-04-07T14:27:42+05:30", "2021-04-07T14:27:42+05:30")]
    [InlineData("2021-04-07T14:27:42+5:30", "2021-04-07T14:27:42+05:30")]
    [InlineData("2021-04-07T14:27:42+0530", "2021-04-07T14:27:42+05:30")]
    [InlineData("2021-04-07T14:27:42+530", "2021-04-07T14:27:42+05:30")]
    [InlineData("2021-04-07T14:27:42 +05:30", "2021-04-07T14:27:42+05:30")]
    [InlineData("2021-04-07T14:27:42-08", "2021-04-07T14:27:42-08:00")]
    [InlineData("2021-04-07T14:27:42Z", "2021-04-07T14:27:42+00:00")]
    [InlineData("2021-04-07T14:27:42.5z", "2021-04-07T14:27:42.5+00:00")]
    [InlineData("2021-04-07 14:27", "2021-04-07T14:27:00+05:30")]
    [InlineData("2021-04-07", "2021-04-07T00:00:00+05:30")]
    [InlineData("2024-02-29T23:59:59", "2024-02-29T23:59:59+05:30")]
    public void A_time_reads_with_its_offset_or_as_indian(string text, string expected)
    {
        Assert.True(IsoStamp.TryParse(text, out var value));
        Assert.True(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).EqualsExact(value), value.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2021-02-31")]
    [InlineData("2023-02-29T00:00:00")]
    [InlineData("2021-13-01T00:00:00")]
    [InlineData("2021-04-07T24:00:00")]
    [InlineData("2021-04-07T14:27:42+15:00")]
    [InlineData("2021-04-07T14:27:42+5")]
    [InlineData("2021-04-07T14:27:42 IST")]
    [InlineData("0000-01-01")]
    [InlineData("0001-01-01T00:00:00+05:30")]
    [InlineData("7 April 2021")]
    [InlineData("")]
    public void What_is_no_time_is_not_read(string text) => Assert.False(IsoStamp.TryParse(text, out _));

    [Fact]
    public void Stamps_that_touch_are_told_apart()
    {
        var stamps = IsoStamp.FindAll("14:27 IST2021-04-07T14:20:10+5:302021-04-07T14:27:42+5:30");
        Assert.Equal([new DateTimeOffset(2021, 4, 7, 14, 20, 10, IsoStamp.Indian), new DateTimeOffset(2021, 4, 7, 14, 27, 42, IsoStamp.Indian)], stamps);
    }

    [Fact]
    public void A_stamp_that_is_no_time_does_not_hide_the_next() =>
        Assert.Equal([new DateTimeOffset(2021, 4, 7, 14, 27, 42, IsoStamp.Indian)], IsoStamp.FindAll("IST2021-04-31T14:20:10+5:302021-04-07T14:27:42+5:30"));
}
