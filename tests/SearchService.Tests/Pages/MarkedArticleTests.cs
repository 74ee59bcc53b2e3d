using SearchService.Engine.Results;
using SearchService.Pages;

namespace SearchService.Tests.Pages;

public class MarkedArticleTests
{
    [Fact]
    public void Marks_are_numbered_through_all_fields_in_the_order_of_the_page()
    {
        var text = MarkedArticle.Of(
            new("headline", "एक दो", [[0, 2]], ""),
            new("webTitle", "one two", [[4, 3]], ""),
            new("body", "पहला\nदूसरा पहला", [[0, 4], [11, 4]], ""));

        Assert.Equal(4, text.Marks);
        Assert.Equal([new("एक", 1), new(" दो", 0)], text.Headline);
        Assert.Equal([new("one ", 0), new("two", 2)], text.WebTitle);
        Assert.Equal([[new("पहला", 3)], [new("दूसरा ", 0), new("पहला", 4)]], text.Paragraphs);
    }

    [Fact]
    public void What_has_no_text_has_no_pieces()
    {
        var empty = new Highlight("headline", "", [], "");

        var text = MarkedArticle.Of(empty, empty, new("body", "\n \n", [], ""));

        Assert.Equal((0, 0, 0, 0), (text.Marks, text.Headline.Count, text.WebTitle.Count, text.Paragraphs.Count));
    }
}
