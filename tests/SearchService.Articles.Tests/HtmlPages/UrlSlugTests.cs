using SearchService.Articles.HtmlPages;

namespace SearchService.Articles.Tests.HtmlPages;

public sealed class UrlSlugTests
{
    [Theory]
    [InlineData("https://p.example/world/qureshi-and-lavrov-review-cooperation-in-defence", "Qureshi and lavrov review cooperation in defence")]
    [InlineData("https://p.example/india-beats-australia-by-6-wickets-8812345.html?x=1", "India beats australia by 6 wickets")]
    [InlineData("https://p.example/pm-modi-ne-kaha-desh-mein-the-end", null)]
    [InlineData("https://p.example/chunav-parinam-bihar-patna", null)]
    [InlineData("https://p.example/the-end", null)]
    [InlineData("https://p.example/%E0%A4%95-of-the-day-in-x", null)]
    [InlineData("https://p.example/", null)]
    [InlineData(null, null)]
    public void Only_a_clearly_english_slug_is_a_title(string? url, string? title) => Assert.Equal(title, UrlSlug.EnglishTitle(url));
}
