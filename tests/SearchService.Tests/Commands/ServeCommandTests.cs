using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Commands;

/// <summary>The executable itself, as a process of its own in a folder of its own.</summary>
public sealed partial class ServeCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    [InlineData("--urls", "http://127.0.0.1:0")]
    public async Task It_is_the_default_command_and_fills_an_empty_default_archive_from_the_sample(params string[] args)
    {
        using var folder = new TemporaryFolder();
        using var running = Start(folder.Path, args);
        var process = running.Process;
        using var client = new HttpClient { BaseAddress = new Uri(await AddressAsync(process)), Timeout = Patience };

        Assert.True(await ReadyAsync(client) > 100);
        var found = await client.GetStringAsync("/v1/search?q=लावरोव पाकिस्तान", TestContext.Current.CancellationToken);
        Assert.Contains("\\u003Cmark\\u003Eलावरोव\\u003C/mark\\u003E", found, StringComparison.OrdinalIgnoreCase);
        Assert.True(File.Exists(Path.Combine(folder.Path, "index-data", "archive.db")));

        Assert.Equal(0, await StopAsync(process));
        Assert.Empty(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_archive_is_named_by_the_environment_too_and_then_not_filled()
    {
        using var folder = new TemporaryFolder();
        using var running = Start(folder.Path, ["--urls", "http://127.0.0.1:0"], ("SEARCHSERVICE_ARCHIVE", "mine"));
        var process = running.Process;
        using var client = new HttpClient { BaseAddress = new Uri(await AddressAsync(process)), Timeout = Patience };

        Assert.Equal(0, await ReadyAsync(client));
        Assert.True(Directory.Exists(Path.Combine(folder.Path, "mine")));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "index-data")));
        Assert.Equal(0, await StopAsync(process));
    }

    [Fact]
    public async Task A_taken_port_and_a_bad_setting_are_one_line_each()
    {
        using var folder = new TemporaryFolder();
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var taken = Start(folder.Path, ["serve", "--archive", "a", "--urls", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"]);
        using var bad = Start(folder.Path, ["serve", "--archive", "b"], ("SearchService__Http__MaxAgeSeconds", "-1"));

        foreach (var (process, exitCode) in new[] { (taken.Process, 1), (bad.Process, 2) })
        {
            var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(exitCode, process.ExitCode);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
            Assert.NotEmpty(error);
        }
    }

    private static Running Start(string folder, string[] args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SearchService.dll"), .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("SEARCHSERVICE_ARCHIVE");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new Running(Process.Start(start)!);
    }

    private static async Task<string> AddressAsync(Process process)
    {
        var said = "";
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            said += line + '\n';
            if (Listening().Match(line) is { Success: true } match)
            {
                // What the log says later must not fill the pipe.
                _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return match.Value;
            }
        }

        throw new InvalidOperationException("The service ended: " + said);
    }

    private static async Task<long> ReadyAsync(HttpClient client)
    {
        for (var deadline = DateTime.UtcNow + Patience; DateTime.UtcNow < deadline; await Task.Delay(50))
        {
            using var response = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
                return System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("articles").GetInt64();
        }

        throw new TimeoutException("The service did not get ready.");
    }

    /// <summary>Stops it as a service manager does, or by force where there are no signals.</summary>
    private static async Task<int> StopAsync(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
            return 0;
        }

        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>A process that never outlives its test.</summary>
    private sealed record Running(Process Process) : IDisposable
    {
        public void Dispose()
        {
            if (!Process.HasExited)
                Process.Kill(entireProcessTree: true);
            Process.Dispose();
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
