using System.Net;
using System.Text.RegularExpressions;
using SearchService.Engine.Querying;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed class SearchViewTests(ReadingService reading)
{
    [Fact]
    public async Task Results_show_marks_facts_and_links_to_articles_that_keep_the_query()
    {
        var html = await PageAsync("/search?q=लावरोव पाकिस्तान&lang=hi");

        Assert.Contains("3 लेख मिले", html, StringComparison.Ordinal);
        Assert.Contains("<mark>लावरोव</mark> ने <mark>पाकिस्तान</mark> में बातचीत की", html, StringComparison.Ordinal);
        Assert.Contains("7 अप्रैल 2021", html, StringComparison.Ordinal);
        Assert.Contains($"/articles/lavrov-islamabad?q={Uri.EscapeDataString("लावरोव पाकिस्तान")}&amp;lang=hi", html, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\" dir=\"auto\">Lavrov holds talks in Pakistan", Regex.Replace(html, "</?mark>", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facets_narrow_the_search_and_the_filter_can_be_taken_off()
    {
        var html = await PageAsync("/search?q=लावरोव पाकिस्तान&lang=en");
        var narrow = Hrefs(html).Single(href => href.Contains("category=" + Uri.EscapeDataString("मौसम"), StringComparison.Ordinal));

        var narrowed = await PageAsync(narrow);
        Assert.Contains("1 article found", narrowed, StringComparison.Ordinal);
        Assert.Contains("pakistan-floods", narrowed, StringComparison.Ordinal);
        var without = Regex.Match(narrowed, "href=\"([^\"]+)\" aria-label=\"Remove filter: Category: मौसम\"").Groups[1].Value;
        Assert.Contains("3 articles found", await PageAsync(WebUtility.HtmlDecode(without)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_a_facet_are_added_and_taken_off_in_any_spelling()
    {
        var html = await PageAsync("/search?q=लावरोव पाकिस्तान&agency=ANI&lang=en");
        Assert.Contains("1 article found", html, StringComparison.Ordinal);
        var chosen = Regex.Match(html, "<a href=\"([^\"]+)\" class=\"on\"[^>]*><span class=\"box\" aria-hidden=\"true\"></span> <bdi lang=\"hi\">एएनआई</bdi>");
        Assert.True(chosen.Success);
        Assert.DoesNotContain("agency=", chosen.Groups[1].Value, StringComparison.Ordinal);
        Assert.Contains("(selected; follow to remove)", html, StringComparison.Ordinal);

        // The other agency is offered still, and widens.
        var both = await PageAsync(Hrefs(html).Single(href => href.Contains("agency=ANI&agency=" + Uri.EscapeDataString("भाषा"), StringComparison.Ordinal)));
        Assert.Contains("3 articles found", both, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(both, "class=\"on\""));
        Assert.Contains("Remove all filters", both, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spellings_of_one_value_are_one_filter_that_is_taken_off_at_once()
    {
        var html = await PageAsync("/search?q=लावरोव पाकिस्तान&agency=ANI&agency=एएनआई&lang=en");
        var chip = Assert.Single(Regex.Matches(html, "<a href=\"([^\"]+)\" aria-label=\"Remove filter: "));

        Assert.DoesNotContain("agency=", chip.Groups[1].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=लावरोव पाकिस्तान&agency=भाषा&agency=ANI&lang=en", "agency")]
    [InlineData("/search?q=&category=मौसम&category=विश्व&year=2015&lang=en", "category,year")]
    public async Task Each_value_says_how_many_articles_its_link_finds_under_the_other_filters(string path, string selected)
    {
        var html = await PageAsync(path);
        var values = Regex.Matches(html, "<a href=\"([^\"]+)\"(?: class=\"on\")? rel=\"nofollow\"><span class=\"box\".*?<span class=\"number\">(\\d+)</span>", RegexOptions.Singleline)
            .Select(value => (Href: WebUtility.HtmlDecode(value.Groups[1].Value), Count: value.Groups[2].Value)).ToList();
        var others = values.Where(value => SearchRequest.AllFacets.Except(selected.Split(',')).Any(facet => value.Href.Contains($"&{facet}=", StringComparison.Ordinal))).ToList();

        Assert.NotEmpty(others);
        foreach (var (href, count) in others)
            Assert.Matches($"\\b{count} articles? found", await PageAsync(href));
        // Those of a facet that is chosen from go on being offered, with what they would add.
        Assert.True(values.Count > others.Count);
    }

    [Fact]
    public async Task Readings_are_told_and_can_be_left_out_for_one_word_or_for_all()
    {
        var html = await PageAsync("/search?q=lavrov pakistan&lang=en");
        Assert.Matches("लावरोव</bdi> <small>transliteration", html);
        Assert.Contains("<mark>लावरोव</mark>", html, StringComparison.Ordinal);

        var one = await PageAsync(Hrefs(html).Single(href => href.Contains("q=%3Dlavrov", StringComparison.Ordinal)));
        Assert.DoesNotContain("<mark>लावरोव</mark>", one, StringComparison.Ordinal);
        Assert.Contains("<mark>पाकिस्तान</mark>", one, StringComparison.Ordinal);

        var all = await PageAsync(Hrefs(html).First(href => href.Contains("readings=off", StringComparison.Ordinal)));
        Assert.DoesNotContain("<mark>पाकिस्तान</mark>", all, StringComparison.Ordinal);
        Assert.Contains("name=\"readings\" value=\"off\"", all, StringComparison.Ordinal);
        Assert.Contains("Search in the other script and language too", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_links_that_lead_to_the_last_result()
    {
        var html = await PageAsync("/search?q=मौसम&sort=newest&lang=en");
        var seen = 0;
        for (string? next = ""; next is not null && seen < 100; next = Regex.Match(html, "<a rel=\"next\" href=\"([^\"]+)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null)
        {
            if (next.Length > 0)
                html = await PageAsync(next);
            seen += Regex.Count(html, "<article class=\"hit\">");
        }

        Assert.Equal(30, seen);
        Assert.Contains("page 3", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_an_article_says_becomes_markup()
    {
        foreach (var path in (string[])["/search?q=शत्रुतापूर्ण", "/search?from=2017&to=2017", "/articles/hostile?q=शत्रुतापूर्ण"])
            AssertHarmless(await PageAsync(path));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</title><script>x</script>")]
    public async Task Nothing_that_is_asked_becomes_markup(string query)
    {
        var escaped = Uri.EscapeDataString(query);
        foreach (var path in (string[])[$"/search?q={escaped}", $"/search?q=x&from={escaped}", $"/search?q=x&category={escaped}&agency={escaped}", $"/search?sort={escaped}&lang={escaped}", $"/articles/hostile?q={escaped}"])
        {
            using var response = await reading.Service.GetAsync(path);
            AssertHarmless(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Bad_syntax_is_read_as_words_with_a_notice()
    {
        var html = await PageAsync("/search?q=लावरोव \"पाकिस्तान&lang=en");

        Assert.Contains("read as plain words", html, StringComparison.Ordinal);
        Assert.Contains("3 articles found", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=x&from=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/search?q=x&page=5000", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_done_is_told_in_the_page_with_the_form_as_it_was(string path, HttpStatusCode status)
    {
        using var response = await reading.Service.GetAsync(path + "&lang=en");
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains("This search could not be done", html, StringComparison.Ordinal);
        Assert.Contains("name=\"q\" type=\"search\" value=\"x\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_of_100_KB_gets_a_small_page_that_says_so()
    {
        using var response = await reading.Service.GetAsync("/search?lang=en&q=" + new string('x', 100 * 1024));
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
        Assert.Contains("The query is too long.", html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 1, 20_000);
    }

    [Fact]
    public async Task Without_a_hit_there_is_help_and_a_way_out_of_the_filters()
    {
        var html = await PageAsync("/search?q=अनुपस्थितशब्द&from=2020&lang=en");

        Assert.Contains("No article answers this search", html, StringComparison.Ordinal);
        Assert.Contains($"/search?q={Uri.EscapeDataString("अनुपस्थितशब्द")}&lang=en", Hrefs(html));
    }

    [Theory]
    [InlineData("en", "Results for ", "; nothing was found for ", "Search for it as written: <span lang=\"hi\">मोसम</span>")]
    [InlineData("hi", "", " के लिए परिणाम; ", "जैसा लिखा है वैसा ही खोजें: मोसम")]
    public async Task A_misspelt_search_shows_the_results_of_what_was_meant_and_leads_to_the_search_as_written(string language, string before, string between, string asWritten)
    {
        var html = await PageAsync($"/search?q=मोसम&category=मौसम&lang={language}");

        var (meant, asked) = (Uri.EscapeDataString("मौसम"), Uri.EscapeDataString("मोसम"));
        var filter = $"&amp;category={Uri.EscapeDataString("मौसम")}";
        Assert.Contains($"{before}<a lang=\"hi\" href=\"/search?q={meant}{filter}&amp;lang={language}\"><bdi>मौसम</bdi></a>{between}<bdi lang=\"hi\">मोसम</bdi>", html, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/search?q={asked}{filter}&amp;corrections=off&amp;lang={language}\">{asWritten}</a>", html, StringComparison.Ordinal);
        Assert.Contains("<mark>मौसम</mark>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", html, StringComparison.Ordinal);

        var asIs = await PageAsync($"/search?q=मोसम&corrections=off&lang={language}");
        Assert.DoesNotContain("q=" + meant, asIs, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"hit\"", asIs, StringComparison.Ordinal);

        var article = await PageAsync($"/articles/series-01?q=मोसम&lang={language}");
        Assert.Contains("<mark>मौसम</mark>", SteppedMarksTests.Unstepped(article), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Did you mean ", "?")]
    [InlineData("hi", "क्या आपका मतलब ", " था?")]
    public async Task A_search_with_hits_keeps_them_and_offers_the_better_spelling_as_a_link(string language, string before, string after)
    {
        var html = await PageAsync($"/search?q=बजट मोसम&lang={language}");

        var link = $"<a lang=\"hi\" href=\"/search?q={Uri.EscapeDataString("बजट मौसम")}&amp;lang={language}\"><bdi>बजट मौसम</bdi></a>";
        Assert.Matches(Regex.Escape(before) + @"\s*" + Regex.Escape(link) + @"\s*" + Regex.Escape(after), html);
        Assert.Single(Regex.Matches(html, "<article class=\"hit\">"));
    }

    [Fact]
    public async Task A_known_page_is_304_in_its_own_language_only()
    {
        using var hindi = await reading.Service.GetAsync("/search?q=बजट", ("Accept-Language", "hi"));
        var tag = hindi.Headers.ETag!.ToString();
        using var again = await reading.Service.GetAsync("/search?q=बजट", ("Accept-Language", "hi-IN,en;q=0.5"), ("If-None-Match", tag));
        using var english = await reading.Service.GetAsync("/search?q=बजट", ("Accept-Language", "en"), ("If-None-Match", tag));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, english.StatusCode);
        Assert.Contains("Accept-Language", english.Headers.Vary);
    }

    [Fact]
    public async Task A_cursor_leads_on_with_a_way_back_to_the_first_page_only()
    {
        var asked = "q=" + Uri.EscapeDataString("मौसम") + "&sort=newest";
        var first = await reading.Service.GetJsonAsync("/v1/search?" + asked);
        var html = await PageAsync($"/search?{asked}&cursor={first.GetProperty("nextCursor").GetString()}&lang=en");

        Assert.Contains("page 2", html, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/search?{WebUtility.HtmlEncode(asked)}&amp;lang=en\">First page</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", html, StringComparison.Ordinal);
        var next = WebUtility.HtmlDecode(Regex.Match(html, "<a rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value);
        Assert.Contains("&cursor=", next, StringComparison.Ordinal);
        Assert.Contains("page 3", await PageAsync(next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_is_marked_in_the_form_and_told_in_the_visitors_language()
    {
        using var response = await reading.Service.GetAsync("/search?q=x&to=yesterday&lang=hi");
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Matches("<input id=\"to\"[^>]* value=\"yesterday\"[^>]* aria-invalid=\"true\"", html);
        Assert.DoesNotMatch("<input id=\"from\"[^>]* aria-invalid", html);
        Assert.Contains("अंत की तारीख सही नहीं है", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_long_filters_make_a_bounded_page_that_tells_what_it_left_out()
    {
        var filters = string.Concat(Enumerable.Range(0, 200).Select(number => $"&category={new string('x', 70)}{number}&place={new string('y', 2_000)}{number}"));
        var html = await PageAsync("/search?lang=en" + filters);

        Assert.Contains("some were left out", html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 1, 400_000);
    }

    private static void AssertHarmless(string html)
    {
        // The two scripts, and the one block of data, which must not hold the beginning of a tag.
        html = Regex.Replace(html, "<script src=\"/(?:suggest|keys)\\.js\\?v=[0-9a-f]{12}\" defer></script>|<script type=\"application/ld&#x2B;json\">[^<>]*</script>", "");
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        // Outside of the values of attributes, where they are text.
        Assert.DoesNotMatch("<[^>]+\\son\\w+=", Regex.Replace(html, "\"[^\"]*\"", "\"\""));
    }

    private static List<string> Hrefs(string html) => [.. Regex.Matches(html, "href=\"([^\"]+)\"").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    private async Task<string> PageAsync(string path)
    {
        using var response = await reading.Service.GetAsync(path);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode}");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return html;
    }
}
