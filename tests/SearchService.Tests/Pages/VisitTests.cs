using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SearchService.Engine.Querying;
using SearchService.Pages;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed class VisitTests(ReadingService reading)
{
    [Theory]
    [InlineData("", "", "hi")]
    [InlineData("", "en-GB,en;q=0.9", "en")]
    [InlineData("", "de,hi;q=0.5,en;q=0.4", "hi")]
    [InlineData("", "en;q=0.2,hi;q=0.8", "hi")]
    [InlineData("", "fr", "hi")]
    [InlineData("", "en;q=0", "hi")]
    [InlineData("?lang=hi", "en", "hi")]
    [InlineData("?lang=en", "hi", "en")]
    [InlineData("?lang=xx", "en", "en")]
    public void The_language_is_the_one_chosen_else_the_browsers_else_Hindi(string query, string accepted, string language) =>
        Assert.Equal(language, Visit("/" + query, accepted).Language.Code);

    [Fact]
    public void A_chosen_language_stays_in_every_link_and_an_unchosen_one_in_none()
    {
        var search = new SearchParameters { Q = "क", Category = ["ख", "ग"], From = "2020" };

        Assert.Equal("/search?q=%E0%A4%95&from=2020&category=%E0%A4%96&category=%E0%A4%97", Visit("/", "en").Search(search));
        Assert.EndsWith("&lang=en", Visit("/?lang=en", "").Search(search), StringComparison.Ordinal);
        Assert.Equal("/?lang=en", Visit("/?lang=en", "").Home());
        Assert.Equal("/articles/a%2Fb?q=x", Visit("/", "").Article("a/b", new SearchParameters { Q = "x" }));
    }

    [Theory]
    [InlineData("/search?q=a&q=b&lang=hi", "/search?q=a&q=b&lang=en")]
    [InlineData("/articles/a%2Fb", "/articles/a%2Fb?lang=en")]
    [InlineData("//evil.example/x", "/?lang=en")]
    public void The_other_language_is_the_same_page_of_this_host(string target, string other) =>
        Assert.Equal(other, Visit(target, "hi").InOtherLanguage);

    [Fact]
    public void Dates_are_words_in_both_languages_and_numbers_grouped_as_in_India()
    {
        var time = new DateTimeOffset(2021, 4, 7, 14, 27, 42, TimeSpan.FromMinutes(330));

        Assert.Equal("7 अप्रैल 2021, 14:27 IST", Visit("/", "hi").Time(time));
        Assert.Equal("7 April 2021, 14:27 UTC+01:00", Visit("/", "en").Time(new DateTimeOffset(time.DateTime, TimeSpan.FromHours(1))));
        Assert.Equal("7 April 2021", Visit("/", "en").Time(new DateTimeOffset(2021, 4, 7, 0, 0, 0, time.Offset)));
        Assert.Equal("12,34,567", Visit("/", "hi").Number(1_234_567));
    }

    private Visit Visit(string target, string accepted)
    {
        var context = new DefaultHttpContext { RequestServices = reading.Service.Services };
        var parts = target.Split('?');
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        context.Request.Path = Uri.UnescapeDataString(parts[0]);
        context.Request.QueryString = new QueryString(parts.Length > 1 ? "?" + parts[1] : "");
        context.Request.Headers.AcceptLanguage = accepted;
        return SearchService.Pages.Visit.Of(context);
    }
}
