using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchService.BrowserTests;

/// <summary>From a query to a citation and back, by what a reader sees: roles and names, never classes.</summary>
public sealed partial class ResearchVisitTests(ServedSample site)
{
    /// <summary>What is asked for, and in which script.</summary>
    /// <param name="Language">The reader's language.</param>
    /// <param name="Typed">The beginning that is typed where suggestions are offered.</param>
    /// <param name="Query">The query, taken from the suggestions or written out.</param>
    private sealed record Question(string Language, string Typed, string Query);

    private const string Section = "विश्व", Other = "चीन";

    private static readonly Dictionary<string, Question> Questions = new()
    {
        ["Devanagari"] = new("hi", "लावरोव पाकि", "लावरोव पाकिस्तान"),
        ["Latin"] = new("en", "lavrov paki", "lavrov Pakistan"),
    };

    [Theory]
    [InlineData("Devanagari", "phone", true)]
    [InlineData("Devanagari", "phone", false)]
    [InlineData("Devanagari", "desktop", true)]
    [InlineData("Devanagari", "desktop", false)]
    [InlineData("Latin", "phone", true)]
    [InlineData("Latin", "phone", false)]
    [InlineData("Latin", "desktop", true)]
    [InlineData("Latin", "desktop", false)]
    public Task A_researcher_goes_from_a_query_to_a_citation_and_back(string script, string window, bool scripts) => site.VisitAsync(
        Window.Called(window),
        Questions[script].Language,
        async reader =>
        {
            var question = Questions[script];
            await AskAsync(reader, question, scripts);
            var all = await ReadResultsAsync(reader, question);
            var some = await NarrowAsync(reader);
            Assert.InRange(some, 1, all - 1);
            await ReadAndCiteAsync(reader);
            await FollowOverTimeAsync(reader, question, some);
            await ReadConcordanceAsync(reader);
            await KeepSearchAsync(reader, some);
        },
        scripts);

    [Fact]
    public Task With_the_keyboard_alone_the_first_stop_leads_past_the_header_to_the_search() => site.VisitAsync(Window.Desktop, "hi", async reader =>
    {
        await reader.OpenAsync("/");
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Text("skip") })).ToBeFocusedAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Text("skip") })).ToBeInViewportAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Page.GetByRole(AriaRole.Combobox, new() { Name = reader.Text("form.q") })).ToBeFocusedAsync();
        await reader.Page.Keyboard.InsertTextAsync("चक्रवात");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page).ToHaveTitleAsync(reader.Text("search.title", "चक्रवात"));
    });

    [Fact]
    public Task Escape_gives_back_what_was_typed() => site.VisitAsync(Window.Desktop, "en", async reader =>
    {
        await reader.OpenAsync("/");
        var box = reader.Page.GetByRole(AriaRole.Combobox, new() { Name = reader.Text("form.q") });
        await box.PressSequentiallyAsync("lavr");
        var options = reader.Page.GetByRole(AriaRole.Listbox, new() { Name = reader.Text("form.suggestions") }).GetByRole(AriaRole.Option);
        await Expect(options.Filter(new() { HasText = "लावरोव" })).ToBeVisibleAsync();
        await box.PressAsync("ArrowDown");
        await Expect(box).Not.ToHaveValueAsync("lavr");
        await box.PressAsync("Escape");
        await Expect(box).ToHaveValueAsync("lavr");
        await Expect(options).ToHaveCountAsync(0);
    });

    private static async Task AskAsync(Reader reader, Question question, bool scripts)
    {
        await reader.OpenAsync("/");
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Name = reader.Text("site.tagline"), Level = 1 })).ToBeVisibleAsync();
        // With the script the box is one that suggests; without it, one to search with.
        var box = reader.Page.GetByRole(scripts ? AriaRole.Combobox : AriaRole.Searchbox, new() { Name = reader.Text("form.q") });
        if (scripts)
        {
            await box.PressSequentiallyAsync(question.Typed);
            var options = reader.Page.GetByRole(AriaRole.Listbox, new() { Name = reader.Text("form.suggestions") }).GetByRole(AriaRole.Option);
            await Expect(options.Filter(new() { HasTextRegex = new($"^{question.Query}$") })).ToBeVisibleAsync();
            for (var stop = await options.CountAsync(); stop > 0 && await box.InputValueAsync() != question.Query; stop--)
                await box.PressAsync("ArrowDown");
            await Expect(box).ToHaveValueAsync(question.Query);
            await Expect(reader.Page.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveTextAsync(question.Query);
            await box.PressAsync("Enter");
        }
        else
        {
            await box.FillAsync(question.Query);
            await reader.Page.GetByRole(AriaRole.Button, new() { Name = reader.Text("form.submit") }).ClickAsync();
        }

        await Expect(reader.Page).ToHaveTitleAsync(reader.Text("search.title", question.Query));
    }

    private static async Task<int> ReadResultsAsync(Reader reader, Question question)
    {
        var count = await CountAsync(reader);
        var articles = reader.Page.GetByRole(AriaRole.Article);
        await Expect(articles).ToHaveCountAsync(Math.Min(10, count));
        // In whichever script it was asked for, the evidence is marked in both.
        var marks = await articles.First.Locator("mark").AllInnerTextsAsync();
        Assert.Contains("Lavrov", marks);
        Assert.Contains("लावरोव", marks);
        await Expect(reader.Page.GetByRole(AriaRole.Region, new() { Name = reader.Text("search.readings") })).ToContainTextAsync(reader.Text("reason.transliteration"));
        await Expect(reader.Page.GetByLabel(reader.Text("form.q"))).ToHaveValueAsync(question.Query);
        return count;
    }

    private static async Task<int> NarrowAsync(Reader reader)
    {
        if (reader.Page.ViewportSize!.Width == Window.Phone.Width)
            await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Text("search.facets") }).ClickAsync();
        var facets = reader.Page.GetByRole(AriaRole.Complementary, new() { Name = reader.Text("search.facets") });
        var value = facets.GetByRole(AriaRole.Link, new() { NameRegex = new($@"^{Section}\s+\d+$") });
        await Expect(value).ToBeInViewportAsync();
        var told = Number(await value.InnerTextAsync());
        await value.ClickAsync();
        var remove = reader.Text("search.filters.remove", $"{reader.Text("facet.category")}: {Section}");
        await Expect(reader.Page.GetByRole(AriaRole.Region, new() { Name = reader.Text("search.filters") }).GetByRole(AriaRole.Link, new() { Name = remove })).ToBeVisibleAsync();
        var count = await CountAsync(reader);
        Assert.Equal(told, count);
        return count;
    }

    private static async Task ReadAndCiteAsync(Reader reader)
    {
        var link = reader.Page.GetByRole(AriaRole.Article).First.GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link);
        var headline = await link.InnerTextAsync();
        await link.ClickAsync();
        var title = reader.Page.GetByRole(AriaRole.Heading, new() { Name = headline, Level = 1 });
        await Expect(title).ToBeVisibleAsync();
        Assert.Contains("लावरोव", await reader.Page.GetByRole(AriaRole.Article).Locator("mark").AllInnerTextsAsync());

        var cite = reader.Page.GetByRole(AriaRole.Region, new() { Name = reader.Text("cite.title") });
        var permalink = cite.GetByRole(AriaRole.Link, new() { NameRegex = new("^http") });
        var address = await permalink.InnerTextAsync();
        await Expect(cite).ToContainTextAsync(headline);
        var bibtex = await DownloadAsync(reader, cite.GetByRole(AriaRole.Link, new() { Name = reader.Text("cite.bibtex") }));
        Assert.StartsWith("@", bibtex, StringComparison.Ordinal);
        Assert.Contains(address, bibtex, StringComparison.Ordinal);
        var ris = await DownloadAsync(reader, cite.GetByRole(AriaRole.Link, new() { Name = reader.Text("cite.ris") }));
        Assert.StartsWith("TY  - ", ris, StringComparison.Ordinal);
        Assert.Contains(headline, ris, StringComparison.Ordinal);
        Assert.Contains(address, ris, StringComparison.Ordinal);

        await permalink.ClickAsync();
        await reader.Page.WaitForURLAsync(address);
        await Expect(title).ToBeVisibleAsync();
        await reader.Page.GoBackAsync();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Text("article.back") }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = headline })).ToBeVisibleAsync();
    }

    private static async Task FollowOverTimeAsync(Reader reader, Question question, int found)
    {
        await ViewAsync(reader, "view.timeline");
        await Expect(reader.Page).ToHaveTitleAsync(reader.Text("timeline.title", question.Query));
        var rows = await reader.Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Row).AllInnerTextsAsync();
        // All sample articles are dated, so that the intervals hold what was found.
        Assert.Equal(found, rows.Skip(1).Sum(row => Number(row.Split('\t')[1])));

        await ViewAsync(reader, "view.trends");
        await Expect(reader.Page.GetByLabel(reader.Text("trends.q", 1))).ToHaveValueAsync(question.Query);
        await reader.Page.GetByLabel(reader.Text("trends.q", 2)).FillAsync(Other);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = reader.Text("form.show") }).ClickAsync();
        var table = reader.Page.GetByRole(AriaRole.Table);
        await Expect(table.GetByRole(AriaRole.Columnheader, new() { Name = question.Query })).ToBeVisibleAsync();
        await Expect(table.GetByRole(AriaRole.Columnheader, new() { Name = Other })).ToBeVisibleAsync();
        await reader.Page.GoBackAsync();
        await reader.Page.GoBackAsync();
    }

    private static async Task ReadConcordanceAsync(Reader reader)
    {
        await ViewAsync(reader, "view.concordance");
        var lines = reader.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem).Filter(new() { Has = reader.Page.Locator("mark") });
        var keywords = await lines.Locator("mark").AllInnerTextsAsync();
        Assert.NotEmpty(keywords);
        Assert.All(keywords, keyword => Assert.Matches("लावरोव|पाकिस्तान|(?i:lavrov|pakistan)", keyword));
        Assert.Equal(await lines.CountAsync(), keywords.Count);
        await ViewAsync(reader, "view.results");
    }

    private static async Task KeepSearchAsync(Reader reader, int found)
    {
        Assert.Equal(found, await CountAsync(reader));
        await reader.Page.GetByRole(AriaRole.Region, new() { Name = reader.Text("keep.title") }).GetByRole(AriaRole.Link, new() { NameRegex = new("^http") }).ClickAsync();
        var since = reader.Page.GetByRole(AriaRole.Region, new() { Name = reader.Text("since.title") });
        await Expect(since).ToContainTextAsync(reader.Text("since.same", found));
        Assert.Equal(found, await CountAsync(reader));

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Text("nav.language.label") }).ClickAsync();
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", reader.OtherLanguage);
        Assert.Equal(found, await CountAsync(reader));
    }

    private static Task ViewAsync(Reader reader, string key) => reader.Page
        .GetByRole(AriaRole.Navigation, new() { Name = reader.Text("view.label") })
        .GetByRole(AriaRole.Link, new() { Name = reader.Text(key), Exact = true })
        .ClickAsync();

    private static async Task<string> DownloadAsync(Reader reader, ILocator link)
    {
        var download = await reader.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    /// <summary>How many articles the page says were found.</summary>
    private static async Task<int> CountAsync(Reader reader) =>
        Number(await reader.Page.GetByRole(AriaRole.Status).Filter(new() { HasTextRegex = Digits() }).InnerTextAsync());

    private static int Number(string text) => int.Parse(Digits().Match(text).Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9][0-9,]*")]
    private static partial Regex Digits();
}
