using System.Collections.Concurrent;
using SearchService.Pages;

namespace SearchService.BrowserTests.Fixtures;

/// <summary>
/// A reader with a browser of their own. On whatever page they are, there is no cookie, no error on the console, no breach of the page's
/// own policy, and no request to anyone but the service.
/// </summary>
public sealed class Reader
{
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentDictionary<int, string> _refused = new();
    private readonly IBrowserContext _context;
    private readonly PageLanguage _language;

    internal Reader(IBrowserContext context, IPage page, Uri root, string language)
    {
        (_context, Page, _language) = (context, page, PageLanguage.Find(language)!);
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } url && url.Authority != root.Authority)
                _faults.Enqueue($"asked another host: {request.Url}");
        };
        context.RequestFailed += (_, request) =>
        {
            // A suggestion asked for and typed past, or an answer that became a download.
            if (request.Failure is not ("net::ERR_ABORTED" or null))
                _faults.Enqueue($"{request.Failure}: {request.Url}");
        };
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsExpected(message))
                _faults.Enqueue($"console {message.Type}: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => _faults.Enqueue($"script failed: {error.Error}");
    }

    public IPage Page { get; }

    /// <summary>The language that the interface can be switched to, <c>hi</c> or <c>en</c>.</summary>
    public string OtherLanguage => _language.Other.Code;

    /// <summary>The interface's text of a key, in the reader's language.</summary>
    public string Text(string key, params object[] values) =>
        string.Format(_language.Culture, PageTexts.Find(key, _language) ?? throw new ArgumentException($"There is no text '{key}'.", nameof(key)), values);

    /// <summary>Opens a page, which answers with a status.</summary>
    public async Task OpenAsync(string path, int status = 200)
    {
        if (status != 200)
            _refused.TryAdd(status, path);
        var answer = await Page.GotoAsync(path);
        Assert.True(status == answer!.Status, $"{path} answered {answer.Status}");
    }

    /// <summary>Keeps a picture of the whole page with the results of the test.</summary>
    public async Task KeepPictureAsync(string name)
    {
        var picture = await Page.ScreenshotAsync(new() { FullPage = true });
        TestContext.Current.AddAttachment(name, picture, "image/png");
    }

    /// <summary>Checks what no page may have done.</summary>
    internal async Task LeaveAsync()
    {
        Assert.Empty(_faults);
        Assert.Empty(await _context.CookiesAsync());
    }

    // The browser reports a page that was to be refused as an error of its own.
    private bool IsExpected(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource: the server responded with a status of", StringComparison.Ordinal)
        && _refused.Any(refused => message.Text.Contains($" {refused.Key} ", StringComparison.Ordinal));
}
