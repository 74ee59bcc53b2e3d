using System.Diagnostics.CodeAnalysis;

namespace SearchService.BrowserTests.Fixtures;

/// <summary>The browser that the machine has: nothing is downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    // Tests run as root in containers, where Chromium's sandbox cannot start; and it is to ask nobody but the service.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Its file, on PATH; null when there is none.</summary>
    public static string? Find() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from name in Names
         let file = Path.Combine(folder, name)
         where File.Exists(file)
         select file).FirstOrDefault();

    /// <summary>Starts it.</summary>
    public static Task<IBrowser> StartAsync(IPlaywright playwright, string file) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = file, Headless = true, Args = Flags });

    /// <summary>Skips the test that needs it; a failure where the environment says CI=true, so that it is never left out there.</summary>
    [DoesNotReturn]
    public static void Missing()
    {
        const string Reason = "There is no Chromium on PATH.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(Reason);
        Assert.Skip(Reason);
    }
}
