namespace SearchService.BrowserTests;

/// <summary>Devanagari as it is set, on every page; pictures of all pages are kept with the results, to be looked at.</summary>
public sealed class TypographyTests(ServedSample site)
{
    [Theory]
    [MemberData(nameof(SitePages.Names), MemberType = typeof(SitePages))]
    public Task Text_fits_its_window_with_lines_apart_and_letters_whole(string name) => site.VisitAsync(Window.Phone, "hi", async reader =>
    {
        var (path, status) = SitePages.Find(name, site);
        await reader.OpenAsync(path, status);

        foreach (var window in (Window[])[Window.Phone, Window.Narrow, Window.Desktop])
        {
            await reader.Page.SetViewportSizeAsync(window.Width, window.Height);
            Assert.Empty(await reader.Page.EvaluateAsync<string[]>(Typography.Fits));
            Assert.Empty(await reader.Page.EvaluateAsync<string[]>(Typography.LinesStandApart));
            if (window != Window.Narrow)
                await reader.KeepPictureAsync($"{name}, {window.Name}");
        }

        Assert.Empty(await reader.Page.EvaluateAsync<string[]>(Typography.MarksKeepLettersWhole));
    });

    [Theory]
    [InlineData(Typography.Fits, "main { width: 2000px }")]
    [InlineData(Typography.Fits, "h3 a { display: block; overflow: hidden; white-space: nowrap; width: 4rem }")]
    [InlineData(Typography.LinesStandApart, ".passage { line-height: 1 }")]
    [InlineData(Typography.MarksKeepLettersWhole, "mark { padding: 0 2px }")]
    public Task The_measures_notice_what_is_wrong(string measure, string style) => site.VisitAsync(Window.Phone, "hi", async reader =>
    {
        await reader.OpenAsync(SitePages.Find("results", site).Path);
        Assert.Empty(await reader.Page.EvaluateAsync<string[]>(measure));

        // As the inspector would: the page's own policy allows no style from elsewhere.
        await reader.Page.EvaluateAsync("style => document.styleSheets[0].insertRule(style, document.styleSheets[0].cssRules.length)", style);

        Assert.NotEmpty(await reader.Page.EvaluateAsync<string[]>(measure));
    });

    [Fact]
    public Task A_mark_inside_a_letter_is_noticed() => site.VisitAsync(Window.Desktop, "hi", async reader =>
    {
        await reader.OpenAsync(SitePages.Find("results", site).Path);

        // क्षि is one letter to a reader: a conjunct with its vowel sign.
        await reader.Page.EvaluateAsync("() => { const p = document.querySelector('.passage'); p.replaceChildren('क्'); p.append(Object.assign(document.createElement('mark'), { textContent: 'षि' })); }");

        Assert.Contains(await reader.Page.EvaluateAsync<string[]>(Typography.MarksKeepLettersWhole), fault => fault.StartsWith("splits a letter", StringComparison.Ordinal));
    });
}
