using System.Text.RegularExpressions;
using SearchService.Pages;
using SearchService.Tests.House;

namespace SearchService.Tests.Pages;

public sealed partial class PageTextsTests
{
    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_places_for_values()
    {
        foreach (var key in PageTexts.Keys)
        {
            var (hindi, english) = (PageTexts.Find(key, PageLanguage.Hindi), PageTexts.Find(key, PageLanguage.English));
            Assert.False(string.IsNullOrWhiteSpace(hindi) || string.IsNullOrWhiteSpace(english), key);
            Assert.Equal(Places().Matches(hindi!).Select(match => match.Value).Order(), Places().Matches(english!).Select(match => match.Value).Order());
        }
    }

    [Fact]
    public void Every_text_that_a_page_names_is_there_and_every_text_is_named()
    {
        var pages = Path.Combine(Repository.Root, "src", "SearchService", "Pages");
        var source = string.Concat(Directory.EnumerateFiles(pages).Where(file => Path.GetExtension(file) is ".razor" or ".cs").Select(File.ReadAllText));
        var named = Named().Matches(source).Select(match => match.Groups[1].Value).ToHashSet();
        // Families whose last part is a value: a facet, a reason, a code.
        string[] families = ["facet.", "reason.", "warning.", "problem.", "form.sort.", "error.", "keep.", "cite.", "interval.", "timeline.total", "timeline.all", "timeline.counts.", "timeline.shares.", "timeline.stories.", "trends.values.", "trends.table.", "kwic.sort.", "compare.overlap.", "compare.stopwords.", "saved.matched.", "help.", "why."];

        Assert.All(named.Where(key => !families.Any(key.StartsWith)), key => Assert.NotNull(PageTexts.Find(key, PageLanguage.Hindi)));
        Assert.All(PageTexts.Keys, key => Assert.True(named.Contains(key) || families.Any(key.StartsWith) || source.Contains('"' + key + '"', StringComparison.Ordinal), key));
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Places();

    [GeneratedRegex(@"Text\(""([a-z][\w.]+)""")]
    private static partial Regex Named();
}
