using System.Text.RegularExpressions;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed partial class SteppedMarksTests(ReadingService reading)
{
    /// <summary>A page without what is there to step from mark to mark.</summary>
    public static string Unstepped(string html) => Step().Replace(Mark().Replace(html, "<mark>"), "");

    [Fact]
    public async Task Every_mark_has_an_address_and_the_ways_to_its_neighbours()
    {
        var html = await PageAsync("/articles/lavrov-islamabad?q=लावरोव पाकिस्तान&lang=en");

        var ids = Mark().Matches(html).Select(match => match.Groups[1].Value).ToList();
        Assert.True(ids.Count > 3);
        Assert.Equal(Enumerable.Range(1, ids.Count).Select(number => $"mark-{number}"), ids);
        Assert.Contains($"{ids.Count} marked words <a href=\"#mark-1\">Go to the first</a>", html, StringComparison.Ordinal);
        var steps = Step().Matches(html).Select(match => match.Value).ToList();
        Assert.Equal(ids.Count, steps.Count);
        for (var at = 0; at < ids.Count; at++)
        {
            Assert.Contains($"href=\"#{ids[(at + ids.Count - 1) % ids.Count]}\" rel=\"prev\">Previous", steps[at], StringComparison.Ordinal);
            Assert.Contains($"href=\"#{ids[(at + 1) % ids.Count]}\" rel=\"next\">Next", steps[at], StringComparison.Ordinal);
            Assert.Contains($"{at + 1} / {ids.Count}", steps[at], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_lone_mark_has_an_address_and_nowhere_to_step_to()
    {
        var html = await PageAsync("/articles/lavrov-islamabad?q=ऊर्जा&readings=off&lang=hi");

        Assert.Single(Mark().Matches(html));
        Assert.DoesNotContain("class=\"step\"", html, StringComparison.Ordinal);
        Assert.Contains("1 चिह्नित शब्द", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"marks\"", await PageAsync("/articles/lavrov-islamabad"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_stand_close_to_the_letters_around_them()
    {
        var html = await PageAsync("/articles/lavrov-islamabad?q=लावरोव पाकिस्तान");

        // White space of the page's making would part a word from a sign that belongs to it.
        Assert.DoesNotMatch(@"\s{2,}<mark|</mark>\s{2,}\S|<mark[^>]*>\s|</span>\s{2,}ने", html[html.IndexOf("class=\"body\"", StringComparison.Ordinal)..]);
    }

    private async Task<string> PageAsync(string path)
    {
        using var response = await reading.Service.GetAsync(path);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<mark id=\"(mark-[0-9]+)\" tabindex=\"-1\">")]
    private static partial Regex Mark();

    [GeneratedRegex("<span class=\"step\".*?</a></span>")]
    private static partial Regex Step();
}
