using System.Text.RegularExpressions;
using SearchService.Pages;

namespace SearchService.Tests.Pages;

public class ChartDrawingTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.013, 0.02)]
    [InlineData(1, 1)]
    [InlineData(7, 10)]
    [InlineData(21, 25)]
    [InlineData(260, 500)]
    public void The_axis_ends_at_a_number_that_is_easy_to_read(double most, double expected) =>
        Assert.Equal(expected, ChartDrawing.Rounded(most), 9);

    [Fact]
    public void Bars_lead_somewhere_and_what_others_wrote_is_escaped()
    {
        var svg = ChartDrawing.Bars([("2020", 5, "<b>&\"", "/x?a=1&b=\"2\""), ("2021", 0, "none", "/none"), ("2022", null, "none", "/none")], value => $"{value}").Value;

        Assert.Single(Regex.Matches(svg, "<a "));
        Assert.Contains("<a href=\"/x?a=1&amp;b=&quot;2&quot;\" tabindex=\"-1\"><title>&lt;b&gt;&amp;&quot;</title>", svg, StringComparison.Ordinal);
        Assert.StartsWith("<svg class=\"chart\" viewBox=\"0 0 480 220\" aria-hidden=\"true\"", svg, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(svg);
    }

    [Fact]
    public void A_line_breaks_where_a_value_is_missing()
    {
        var svg = ChartDrawing.Lines(["1", "2", "3", "4"], [[1, 2, null, 3], [null, null, null, null]], value => $"{value}", "Titles & names", "a < b").Value;

        Assert.Equal(2, Regex.Match(svg, "<path d=\"([^\"]*)\"").Groups[1].Value.Count(letter => letter == 'M'));
        Assert.Equal(3, Regex.Count(svg, "<circle"));
        var drawn = System.Xml.Linq.XDocument.Parse(svg).Root!;
        Assert.Equal("img", drawn.Attribute("role")?.Value);
        Assert.Equal(["Titles & names", "a < b"], drawn.Elements().Take(2).Select(element => element.Value));
        Assert.Equal(
            [drawn.Attribute("aria-labelledby")?.Value, drawn.Attribute("aria-describedby")?.Value],
            drawn.Elements().Take(2).Select(element => element.Attribute("id")?.Value));
    }
}
