using SearchService.Articles.PageParts;

namespace SearchService.Articles.Tests.PageParts;

public sealed class SiteFooterTests
{
    [Theory]
    [InlineData("विश्व से जुड़ीहिंदी खबरोंऔर देश दुनिया की खबरों के लिए यहाँ क्लिक करे.", "विश्व", null)]
    [InlineData("खेल जगत से जुड़ी ताज़ा ख़बरें पढ़ें", "खेल जगत", null)]
    [InlineData("विज्ञान से जुड़ी और खबरें हमारा पत्र के मुखपृष्ठ पर पढ़ें। सूची यहाँ देखें.", "विज्ञान", "हमारा पत्र")]
    public void Section_and_paper_are_taken(string line, string category, string? source)
    {
        Assert.True(SiteFooter.TryRead(line, isLast: false, out var foundCategory, out var foundSource));
        Assert.Equal((category, source), (foundCategory, foundSource));
    }

    [Theory]
    [InlineData("कोरोना से जुड़ी पाबंदियां हटा ली गई हैं।")]
    [InlineData("मंत्री ने कहा कि इस मामले से जुड़ी खबरें लोग पढ़ें।")]
    [InlineData("विश्व कप आज से शुरू होगा।")]
    public void A_sentence_of_the_story_is_left_alone(string line) => Assert.False(SiteFooter.TryRead(line, isLast: false, out _, out _));

    [Fact]
    public void A_footer_cut_off_at_the_end_of_the_page_still_gives_the_section()
    {
        Assert.True(SiteFooter.TryRead("विश्व से जुड़ी हिं", isLast: true, out var category, out _));
        Assert.Equal("विश्व", category);
    }

    [Theory]
    [InlineData("हमारा पत्र ने इस ख़बर को संपादित नहीं किया है। यह फीड से है।", "हमारा पत्र")]
    [InlineData("पत्रिका ने यह समाचार नहीं बदला है।", "पत्रिका")]
    [InlineData("यह नमूना लेख है, जो जाँच के लिए लिखा गया है।", null)]
    public void The_paper_a_notice_speaks_for_is_the_source(string notice, string? source) => Assert.Equal(source, SiteFooter.SourceOfNotice(notice));
}
