using SearchService.Articles.HtmlPages;

namespace SearchService.Articles.Tests.HtmlPages;

public sealed class NestingLimitTests
{
    [Fact]
    public void A_page_of_sane_nesting_is_the_same_page()
    {
        const string Page = "<!-- <div> --><div a='x'><p>एक<p>दो<br><script>if (a < b) '<div>'</script></div> 3 < 4";
        Assert.Same(Page, NestingLimit.Apply(Page));
    }

    [Fact]
    public void Many_unclosed_paragraphs_and_items_are_no_nesting()
    {
        var page = string.Concat(Enumerable.Repeat("<p>क<li>ख<td>ग", 5000));
        Assert.Same(page, NestingLimit.Apply(page));
    }

    [Fact]
    public void Deeper_tags_are_left_out_and_the_text_between_stays()
    {
        var page = string.Concat(Enumerable.Repeat("<div>x", 1000)) + string.Concat(Enumerable.Repeat("</div>", 1000)) + "<div>after</div>";
        var limited = NestingLimit.Apply(page);
        Assert.Equal(1000, limited.Count(c => c == 'x'));
        Assert.Equal(201, limited.Split("<div>").Length - 1);
        Assert.EndsWith("<div>after</div>", limited);
    }
}
