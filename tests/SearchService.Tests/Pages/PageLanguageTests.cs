using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed class PageLanguageTests(ReadingService reading)
{
    private static readonly string[] Pages =
    [
        "/?", "/search?q=lavrov पाकिस्तान&", "/search?q=lavrov पाकिस्तान&explain=lavrov-islamabad&", "/search?q=अनुपस्थितशब्द&", "/search?q=मोसम&", "/search?q=x&from=gestern&",
        "/timeline?q=मौसम&", "/trends?q=लावरोव&q=मौसम&", "/concordance?q=लावरोव&", "/compare?q=लावरोव&q=मौसम&", "/articles/lavrov-islamabad?q=लावरोव&", "/help?", "/saved?",
    ];

    public static TheoryData<string> All => [.. Pages];

    [Theory]
    [MemberData(nameof(All))]
    public async Task On_an_English_page_whatever_is_in_Devanagari_is_marked_up_as_Hindi(string path)
    {
        var page = await ParsedAsync(path + "lang=en");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        var unmarked = Texts(page).Where(text => text.Data.Any(letter => letter is >= '\u0900' and <= '\u097F' and not ('\u0964' or '\u0965')))
            .Where(text => text.ParentElement!.Closest("[lang]")!.GetAttribute("lang") != "hi")
            .Select(text => text.Data.Trim());
        Assert.Empty(unmarked);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task On_a_Hindi_page_a_run_of_English_words_is_marked_up_as_English(string path)
    {
        var page = await ParsedAsync(path + "lang=hi");

        Assert.Equal("hi", page.DocumentElement.GetAttribute("lang"));
        var unmarked = Texts(page).Where(text => System.Text.RegularExpressions.Regex.IsMatch(text.Data, "[A-Za-z]{2,} [A-Za-z]{2,}"))
            .Where(text => text.ParentElement!.Closest("[lang]")!.GetAttribute("lang") != "en")
            .Select(text => text.Data.Trim());
        Assert.Empty(unmarked);
    }

    [Fact]
    public async Task Every_link_of_a_page_keeps_the_language_that_was_chosen_and_no_cookie_is_set()
    {
        foreach (var path in Pages)
        {
            var page = await ParsedAsync(path + "lang=en");
            var links = page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!)
                .Where(link => !link.StartsWith("/v1/", StringComparison.Ordinal) && !link.StartsWith("/openapi", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.Matches("[?&]lang=(en|hi)(&|#|$)", link));
            Assert.Single(links, link => link.Contains("lang=hi", StringComparison.Ordinal));
            Assert.All(page.QuerySelectorAll("form[method=get]"), form => Assert.Equal("en", form.QuerySelector("input[name=lang]")?.GetAttribute("value")));
        }
    }

    private static IEnumerable<IText> Texts(IDocument page) => page.Body!.Descendants<IText>()
        // Options, descriptions of pictures and what a script reads cannot be marked up; permalinks and citations are addresses and quotations.
        .Where(text => text.ParentElement!.Closest("option, desc, script, .permalink, .citation") is null && !string.IsNullOrWhiteSpace(text.Data));

    private async Task<IDocument> ParsedAsync(string path)
    {
        using var response = await reading.Service.GetAsync(path);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
