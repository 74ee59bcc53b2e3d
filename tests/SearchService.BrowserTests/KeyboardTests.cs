namespace SearchService.BrowserTests;

/// <summary>Keys that the pages listen to, and what does their work where no script runs.</summary>
public sealed class KeyboardTests(ServedSample site)
{
    private const string Search = "/search?q=लावरोव पाकिस्तान", Article = "/articles/brief-001?q=इसरो यान";

    [Fact]
    public Task A_slash_leads_to_the_box_arrows_through_the_results_and_Enter_opens() => site.VisitAsync(Window.Desktop, "hi", async reader =>
    {
        await reader.OpenAsync(Search);
        var box = reader.Page.GetByRole(AriaRole.Combobox, new() { Name = reader.Text("form.q") });
        var results = reader.Page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link);

        await reader.Page.Keyboard.PressAsync("/");
        await Expect(box).ToBeFocusedAsync();
        await Expect(box).ToHaveValueAsync("लावरोव पाकिस्तान");
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(results.Nth(0)).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(results.Nth(1)).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("ArrowUp");
        await reader.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(box).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        var headline = await results.Nth(0).InnerTextAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(headline);
    });

    [Fact]
    public Task After_the_last_result_the_arrow_scrolls_again() => site.VisitAsync(Window.Desktop, "hi", async reader =>
    {
        await reader.OpenAsync(Search);
        var last = reader.Page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link).Last;
        await last.FocusAsync();

        await reader.Page.Keyboard.PressAsync("ArrowDown");

        await Expect(last).ToBeFocusedAsync();
    });

    [Fact]
    public Task The_right_arrow_takes_the_word_in_Devanagari_and_nothing_changes_before() => site.VisitAsync(Window.Desktop, "en", async reader =>
    {
        await reader.OpenAsync("/");
        var box = reader.Page.GetByRole(AriaRole.Combobox, new() { Name = reader.Text("form.q") });
        await box.PressSequentiallyAsync("pakistan lavr");
        await Expect(reader.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "लावरोव" })).ToBeVisibleAsync();
        await Expect(box).ToHaveValueAsync("pakistan lavr");
        await Expect(reader.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "लावरोव" })).ToHaveCountAsync(1);

        await box.PressAsync("ArrowRight");

        await Expect(box).ToHaveValueAsync("pakistan लावरोव ");
    });

    [Fact]
    public Task A_romanised_word_that_the_archive_lacks_is_offered_and_told_to_be_none_of_it() => site.VisitAsync(Window.Phone, "hi", async reader =>
    {
        await reader.OpenAsync("/");
        var box = reader.Page.GetByRole(AriaRole.Combobox, new() { Name = reader.Text("form.q") });
        await box.PressSequentiallyAsync("zelensky");
        var option = reader.Page.GetByRole(AriaRole.Option).First;
        await Expect(option).ToHaveTextAsync("जेलेंस्की");
        await Expect(option).ToHaveAttributeAsync("data-note", reader.Text("form.suggestions.absent"));
        await Expect(reader.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = reader.Text("form.suggestions.absent") })).ToHaveCountAsync(1);
        await reader.KeepPictureAsync("a word that the archive lacks");

        await box.PressAsync("ArrowRight");

        await Expect(box).ToHaveValueAsync("जेलेंस्की ");
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Marks_are_stepped_through_with_links_and_count_with_and_without_a_script(bool scripts) => site.VisitAsync(
        Window.Phone,
        "hi",
        async reader =>
        {
            await reader.OpenAsync(Article);
            var marks = await reader.Page.Locator("mark").CountAsync();
            Assert.True(marks > 2);
            var next = reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Text("marks.next"), Exact = true });
            await Expect(next).ToHaveCountAsync(0);

            await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Text("marks.first") }).ClickAsync();
            for (var at = 1; at <= marks; at++)
            {
                await Expect(reader.Page.GetByRole(AriaRole.Group, new() { Name = reader.Text("marks.label") })).ToContainTextAsync(reader.Text("marks.at", at, marks));
                await Expect(reader.Page.Locator($"#mark-{at}")).ToBeInViewportAsync();
                await next.ClickAsync();
            }

            // From the last one to the first, and back.
            await Expect(reader.Page.GetByText(reader.Text("marks.at", 1, marks))).ToBeVisibleAsync();
            await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Text("marks.previous"), Exact = true }).ClickAsync();
            await Expect(reader.Page.GetByText(reader.Text("marks.at", marks, marks))).ToBeVisibleAsync();
        },
        scripts);

    [Fact]
    public Task N_and_p_step_through_marks_with_the_focus_and_leave_one_place_in_the_history() => site.VisitAsync(Window.Desktop, "hi", async reader =>
    {
        await reader.OpenAsync(Article);
        var before = await reader.Page.EvaluateAsync<int>("history.length");
        foreach (var (key, mark) in ((string, int)[])[("n", 1), ("n", 2), ("n", 3), ("p", 2)])
            await StepAsync(key, mark);

        Assert.Equal(before, await reader.Page.EvaluateAsync<int>("history.length"));

        async Task StepAsync(string key, int mark)
        {
            await reader.Page.Keyboard.PressAsync(key);
            await Expect(reader.Page.Locator($"#mark-{mark}")).ToBeFocusedAsync();
            await Expect(reader.Page.Locator($"#mark-{mark}")).ToBeInViewportAsync();
        }
    });

    [Fact]
    public Task Letters_stay_letters_where_something_is_typed_and_can_be_switched_off_for_good() => site.VisitAsync(Window.Desktop, "en", async reader =>
    {
        await reader.OpenAsync("/help");
        var box = reader.Page.GetByRole(AriaRole.Combobox, new() { Name = reader.Text("form.q") });
        await box.FocusAsync();
        await reader.Page.Keyboard.TypeAsync("n/p?");
        await Expect(box).ToHaveValueAsync("n/p?");

        await reader.Page.GetByRole(AriaRole.Checkbox, new() { Name = reader.Text("help.keys.off") }).UncheckAsync();
        await reader.OpenAsync("/");
        await reader.Page.Keyboard.PressAsync("/");
        await Expect(box).Not.ToBeFocusedAsync();
        await Expect(reader.Page.GetByText(reader.Text("keys.hint"))).ToBeHiddenAsync();
        // Arrows are no letters.
        await box.FocusAsync();
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(reader.Page.GetByRole(AriaRole.Article).First.GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link)).ToBeFocusedAsync();
    });

    [Fact]
    public Task A_question_mark_leads_to_the_help_and_without_a_script_no_key_is_promised() => site.VisitAsync(Window.Desktop, "hi", async reader =>
    {
        await reader.OpenAsync("/");
        await Expect(reader.Page.GetByText(reader.Text("keys.hint"))).ToBeVisibleAsync();
        await reader.Page.Keyboard.PressAsync("?");
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reader.Text("help.title"));

        await site.VisitAsync(
            Window.Desktop,
            "hi",
            async other =>
            {
                await other.OpenAsync("/");
                await Expect(other.Page.GetByText(other.Text("keys.hint"))).ToBeHiddenAsync();
            },
            scripts: false);
    });

    [Fact]
    public Task On_paper_an_article_is_itself_with_its_citation_and_address() => site.VisitAsync(Window.Desktop, "hi", async reader =>
    {
        await reader.OpenAsync(Article + "#mark-2");
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        var visible = await reader.Page.GetByRole(AriaRole.Navigation).Or(reader.Page.GetByRole(AriaRole.Search)).Or(reader.Page.GetByRole(AriaRole.Banner)).Or(reader.Page.GetByRole(AriaRole.Contentinfo)).CountAsync();
        Assert.Equal(0, visible);
        await Expect(reader.Page.GetByRole(AriaRole.Group, new() { Name = reader.Text("marks.label") })).ToHaveCountAsync(0);
        var cite = reader.Page.GetByRole(AriaRole.Region, new() { Name = reader.Text("cite.title") });
        await Expect(cite.GetByRole(AriaRole.Link, new() { NameRegex = new("^http") })).ToBeVisibleAsync();
        await Expect(cite.GetByText("MLA").First).ToBeVisibleAsync();
        await Expect(cite.GetByRole(AriaRole.Link, new() { Name = reader.Text("cite.bibtex") })).ToHaveCountAsync(0);
        Assert.Equal("rgb(255, 255, 255) rgb(0, 0, 0)", await reader.Page.EvaluateAsync<string>("() => { const style = getComputedStyle(document.body); return `${style.backgroundColor} ${style.color}`; }"));
    });
}
