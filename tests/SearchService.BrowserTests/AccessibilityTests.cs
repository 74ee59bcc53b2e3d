namespace SearchService.BrowserTests;

/// <summary>WCAG 2.2 AA, as far as axe-core can tell, of every page in both languages, both colour schemes and both sizes of window.</summary>
public sealed class AccessibilityTests(ServedSample site)
{
    [Theory]
    [MemberData(nameof(SitePages.Names), MemberType = typeof(SitePages))]
    public Task Axe_finds_nothing_wrong_in_Hindi(string page) => CheckAsync(page, "hi");

    [Theory]
    [MemberData(nameof(SitePages.Names), MemberType = typeof(SitePages))]
    public Task Axe_finds_nothing_wrong_in_English(string page) => CheckAsync(page, "en");

    private Task CheckAsync(string name, string language) => site.VisitAsync(Window.Desktop, language, async reader =>
    {
        var (path, status) = SitePages.Find(name, site);
        await reader.OpenAsync(path, status);
        await Accessibility.LoadAsync(reader.Page);
        foreach (var window in (Window[])[Window.Desktop, Window.Phone])
        {
            await reader.Page.SetViewportSizeAsync(window.Width, window.Height);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await reader.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var (broken, kept) = await Accessibility.BreachesAsync(reader.Page);
                Assert.True(broken.Count == 0, $"{path}, {window.Name}, {scheme}:\n{string.Join('\n', broken)}");
                // That it looked at all.
                Assert.Contains("color-contrast", kept);
                Assert.Contains("target-size", kept);
                Assert.Contains("html-has-lang", kept);
            }
        }
    });
}
