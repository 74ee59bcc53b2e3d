namespace SearchService.Articles.Tests.HtmlPages;

public sealed class HtmlPageReaderTests
{
    private const string First = "टिहरी, तीन जून गांव के तालाब में इस साल पानी भर गया है और लोग खुश हैं।";
    private const string Second = "पंचायत ने किनारों पर पेड़ लगाने का फैसला किया है।";

    [Fact]
    public void Linked_data_is_found_in_a_graph_and_an_array_and_gives_every_part()
    {
        var article = Page(
            $$"""
            <script type="application/ld+json">[{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"पन्ना"},
            {"@type":["ReportageNewsArticle"],"headline":"तालाब &amp; पेड़","alternativeHeadline":"Village pond fills up","url":"https://p.example/a",
            "datePublished":"2021-06-03T09:00:00+05:30","dateModified":"2021-06-03T10:00:00Z","author":[{"@type":"Person","name":"मीना राणा"},{"@type":"Organization","name":"भाषा"}],
            "articleSection":["भारत"],"inLanguage":"hi","publisher":{"name":"हमारा पत्र"},"keywords":"पानी, गांव","articleBody":"{{First}}\n{{Second}}"}]}]</script>
            """,
            "<article><h1>दूसरा शीर्षक</h1></article>");
        Assert.Equal(("तालाब & पेड़", "Village pond fills up", $"{First}\n{Second}"), (article.Headline, article.WebTitle, article.Body));
        Assert.Equal(("https://p.example/a", "https://p.example/a"), (article.Id, article.Url));
        Assert.Equal(("मीना राणा", "भाषा", "भारत", "hi", "हमारा पत्र"), (article.Byline, article.Agency, article.Category, article.Language, article.Source));
        Assert.Equal(("टिहरी", "टिहरी, तीन जून"), (article.Place, article.Dateline));
        Assert.Equal(["पानी", "गांव"], article.Tags);
        Assert.Equal(new DateTimeOffset(2021, 6, 3, 10, 0, 0, TimeSpan.Zero), article.UpdatedAt);
    }

    [Fact]
    public void Without_linked_data_meta_elements_give_the_parts()
    {
        var article = Page(
            """
            <title>तालाब भरा - हमारा पत्र</title><link rel="canonical" href="https://p.example/bharat/village-pond-fills-up-after-years-123456/">
            <meta property="og:site_name" content="हमारा पत्र"><meta property="og:title" content="तालाब भरा - हमारा पत्र">
            <meta property="article:published_time" content="2021-06-03T09:00:00"><meta property="article:modified_time" content="2021-06-03T10:00:00+05:30">
            <meta property="article:section" content="भारत"><meta property="article:tag" content="पानी"><meta property="article:tag" content="गांव"><meta name="author" content="By मीना राणा">
            """,
            $"<div><p>{First}</p><p>{Second}</p></div>");
        Assert.Equal(("तालाब भरा", "Village pond fills up after years", "मीना राणा"), (article.Headline, article.WebTitle, article.Byline));
        Assert.Equal($"{First}\n{Second}", article.Body);
        Assert.Equal(["पानी", "गांव"], article.Tags);
        Assert.Equal(new DateTimeOffset(2021, 6, 3, 9, 0, 0, TimeSpan.FromMinutes(330)), article.PublishedAt);
    }

    [Fact]
    public void Without_any_metadata_the_markup_gives_the_parts_and_furniture_is_left_out()
    {
        var article = Page(
            "<title>Pond fills up | तालाब भरा</title>",
            $"""
            <nav><p>मुख्य सूची यहाँ है और यह कोई खबर नहीं है</p></nav><ol class="breadcrumb"><li><a href="/">घर</a></li><li><a href="/b">भारत</a></li></ol>
            <main><h1>तालाब भरा</h1><p class="byline">भाषा, मीना राणा | <time datetime="2021-06-03T09:00">3 जून 2021</time></p>
            <p>{First}</p><aside><p>विज्ञापन</p></aside><p hidden>छिपा</p><p style="display: none">छिपा</p><form><p>पता दें</p></form>
            <p><a href="/x">यह भी पढ़ें: दूसरी खबर</a></p><p>{Second}<br><script>alert(1)</script></p><p>Disclaimer: यह जाँच है।</p></main><footer><p>पता</p></footer>
            """);
        Assert.Equal(("तालाब भरा", "Pond fills up", $"{First}\n{Second}"), (article.Headline, article.WebTitle, article.Body));
        Assert.Equal(("भाषा", "मीना राणा", "भारत", "यह जाँच है।"), (article.Agency, article.Byline, article.Category, article.Disclaimer));
        Assert.Equal(new DateTimeOffset(2021, 6, 3, 9, 0, 0, TimeSpan.FromMinutes(330)), article.PublishedAt);
    }

    [Fact]
    public void A_body_in_one_line_takes_its_paragraphs_from_the_markup()
    {
        var linked = $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"तालाब भरा","articleBody":"{{First}} {{Second}} Disclaimer: यह जाँच है।"}</script>""";
        Assert.Equal($"{First}\n{Second}", Page(linked, $"<article><p>{First}</p><p>{Second}</p></article>").Body);
        var alone = Page(linked, "");
        Assert.Equal(($"{First} {Second}", "यह जाँच है।"), (alone.Body, alone.Disclaimer));
    }

    [Fact]
    public void Addresses_that_are_not_of_the_web_are_not_kept() =>
        Assert.Null(Page("""<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="file:///etc/passwd">""", $"<h1>तालाब</h1><p>{First}</p>").Url);

    [Fact]
    public void Markup_inside_linked_data_is_read_as_text()
    {
        var article = Page(
            $$"""<script type="application/ld+json">{"@type":"Article","headline":"<b>तालाब</b> भरा<img src=x onerror=alert(1)>","articleBody":"<p>{{First}}</p><script>alert(1)<\/script><p>{{Second}}</p>"}</script>""",
            "");
        Assert.Equal(("तालाब भरा", $"{First}\n{Second}"), (article.Headline, article.Body));
    }

    [Fact]
    public void A_page_without_story_is_refused() =>
        Assert.Contains("neither headline nor body", Fixture.Failure("<!doctype html><html><body><script>x()</script></body></html>").Reason);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<ul><li>")]
    [InlineData("<b>")]
    [InlineData("<font color=x>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<a href=x><p>")]
    [InlineData("<p><b></p>")]
    [InlineData("<svg><g>")]
    [InlineData("</div><div></p>")]
    [InlineData("<select><option>")]
    [InlineData("<template>")]
    public void A_hundred_thousand_tags_are_read_or_refused_in_seconds(string tag)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var page = "<!doctype html><h1>तालाब</h1>" + string.Concat(Enumerable.Repeat(tag, 100_000)) + First;
        var outcome = Assert.Single(Fixture.Read(page));
        Assert.True(outcome.Article is not null || outcome.Failure!.Reason.Contains("expected a page for readers", StringComparison.Ordinal));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Fact]
    public void A_tag_with_a_million_attributes_is_left_out()
    {
        var attributes = string.Join(' ', Enumerable.Range(0, 1_000_000).Select(i => $"a{i}"));
        Assert.Equal("तालाब", Fixture.Article($"<!doctype html><h1>तालाब</h1><div {attributes}><p>{First}</p></div>").Headline);
    }

    private static Article Page(string head, string body) => Fixture.Article($"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>");
}
