using SearchService.Tests.Fixtures;
using SearchService.Tests.House;

[assembly: AssemblyFixture(typeof(ServedSample))]

namespace SearchService.BrowserTests.Fixtures;

/// <summary>The running service over the sample archive, and one browser; started once, for all tests.</summary>
public sealed class ServedSample : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RunningService? _service;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the service answers.</summary>
    public Uri Root => _service!.Client.BaseAddress!;

    /// <summary>Id of a saved search that articles have answered.</summary>
    public string Answered { get; private set; } = "";

    /// <summary>Id of a saved search that none has answered.</summary>
    public string Unanswered { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Find() is not { } file)
            return;
        var archive = Path.Combine(_folder.Path, "archive");
        Answered = await SaveAsync("पाकिस्तान", "--title", "पाकिस्तान की ख़बरें", "--category", "विश्व", "--from", "2020");
        Unanswered = await SaveAsync("\"क्षत्रप त्रिकोण\"");
        var made = await CommandResult.RunAsync("index", Path.Combine(Repository.Root, "index-data", "sample"), "--archive", archive, "--json");
        Assert.True(made.ExitCode == 0, made.Error);
        _service = await RunningService.StartAsync(archive);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.StartAsync(_playwright, file);

        async Task<string> SaveAsync(params string[] search)
        {
            var saved = await CommandResult.RunAsync(["alerts", "add", .. search, "--archive", archive]);
            Assert.True(saved.ExitCode == 0, saved.Error);
            return saved.Out.Trim();
        }
    }

    /// <summary>Lets a reader come, do something and leave; what no page may do is checked at the end, see <see cref="Reader"/>.</summary>
    /// <param name="window">The size of the window.</param>
    /// <param name="language">The browser's language, <c>hi</c> or <c>en</c>.</param>
    /// <param name="visit">What the reader does.</param>
    /// <param name="scripts">Whether the browser runs scripts.</param>
    public async Task VisitAsync(Window window, string language, Func<Reader, Task> visit, bool scripts = true)
    {
        if (_browser is null)
            Chromium.Missing();
        await using var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Root.ToString(),
            ViewportSize = new() { Width = window.Width, Height = window.Height },
            IsMobile = window != Window.Desktop,
            HasTouch = window != Window.Desktop,
            Locale = language + "-IN",
            JavaScriptEnabled = scripts,
            TimezoneId = "Asia/Kolkata",
        });
        context.SetDefaultTimeout(20_000);
        var reader = new Reader(context, await context.NewPageAsync(), Root, language);
        try
        {
            await visit(reader);
            await reader.LeaveAsync();
        }
        catch
        {
            await reader.KeepPictureAsync("failed");
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_service is not null)
            await _service.DisposeAsync();
        _folder.Dispose();
    }
}
