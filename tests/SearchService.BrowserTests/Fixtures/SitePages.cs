namespace SearchService.BrowserTests.Fixtures;

/// <summary>Every kind of page there is, for the tests that hold of all of them: a new page is a line here.</summary>
public static class SitePages
{
    private static readonly (string Name, string Path, int Status)[] Pages =
    [
        ("home", "/", 200),
        ("results", "/search?q=लावरोव पाकिस्तान", 200),
        ("results, mixed scripts, narrowed", "/search?q=lavrov minister&category=विश्व&from=2021&sort=newest", 200),
        ("all articles, a later page", "/search?q=&page=3", 200),
        ("a score explained", "/search?q=isro यान बजट&explain=brief-001", 200),
        ("nothing found", "/search?q=\"क्षत्रप त्रिकोण\"", 200),
        ("corrected", "/search?q=चक्रवत", 200),
        ("did you mean", "/search?q=इस्लामावाद", 200),
        ("read as words", "/search?q=(लावरोव", 200),
        ("refused search", "/search?q=लावरोव&from=2021-13", 400),
        ("article", "/articles/brief-001?q=इसरो यान", 200),
        ("article at a mark", "/articles/brief-001?q=इसरो यान#mark-2", 200),
        ("article with a copy and similar ones", "/articles/hash-0e2d7999929af31e299a7db6881a1110?q=रेपो दर", 200),
        ("copies shown", "/search?q=रेपो दर&duplicates=show&year=2022&category=कारोबार", 200),
        ("help", "/help", 200),
        ("timeline", "/timeline?q=पाकिस्तान", 200),
        ("timeline by story, narrowed", "/timeline?q=पाकिस्तान&count=stories&interval=year&category=विश्व&from=2021", 200),
        ("trends", "/trends?q=पाकिस्तान&q=चीन&q=china", 200),
        ("trends to be filled in", "/trends?q=पाकिस्तान", 200),
        ("concordance", "/concordance?q=विदेश मंत्री", 200),
        ("two searches side by side", "/compare?q=पाकिस्तान&q=चीन", 200),
        ("side by side, to be filled in", "/compare", 200),
        ("saved searches", "/saved", 200),
        ("a saved search", "/saved/{answered}", 200),
        ("a saved search that nothing answered", "/saved/{unanswered}", 200),
        ("refused concordance", "/concordance?q=लावरोव&to=कल", 400),
        ("no such article", "/articles/there-is-none", 404),
        ("no such page", "/nowhere", 404),
    ];

    /// <summary>Names, for theories: what a page is called survives a change of its address.</summary>
    public static TheoryData<string> Names => [.. Pages.Select(page => page.Name)];

    /// <summary>Address and expected status.</summary>
    /// <param name="name">What the page is called.</param>
    /// <param name="site">Knows the ids that are another each time.</param>
    public static (string Path, int Status) Find(string name, ServedSample site) => Pages
        .Where(page => page.Name == name)
        .Select(page => (page.Path.Replace("{answered}", site.Answered, StringComparison.Ordinal).Replace("{unanswered}", site.Unanswered, StringComparison.Ordinal), page.Status))
        .Single();
}
