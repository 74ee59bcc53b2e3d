using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SearchService.Hosting;
using Serilog.Core;

namespace SearchService.Tests.Fixtures;

/// <summary>The service as it runs: Kestrel on a free port, over an archive in a folder, asked through a socket.</summary>
public sealed class RunningService : IAsyncDisposable
{
    public const string Key = "a-key-for-tests-0123456789";

    private readonly WebApplication _app;

    private RunningService(WebApplication app)
    {
        _app = app;
        Client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
    }

    public HttpClient Client { get; }

    public LogLines Log { get; private init; } = new();

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="folder">The archive.</param>
    /// <param name="settings">Configuration, as <c>SearchService:Section:Name</c>.</param>
    public static async Task<RunningService> StartAsync(string folder, params (string Name, string Value)[] settings)
    {
        var service = await StartOpeningAsync(folder, null, settings);
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while ((await service.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode != HttpStatusCode.OK)
        {
            Assert.True(DateTime.UtcNow < deadline, "The service did not get ready: " + string.Join('\n', service.Log.Lines));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return service;
    }

    /// <summary>Starts it without waiting for the archive.</summary>
    public static async Task<RunningService> StartOpeningAsync(string folder, Action<WebApplicationBuilder>? configure, params (string Name, string Value)[] settings)
    {
        var log = new LogLines();
        var app = ServiceHost.Build("http://127.0.0.1:0", builder =>
        {
            builder.Configuration["SearchService:Archive:Folder"] = folder;
            foreach (var (name, value) in settings)
                builder.Configuration["SearchService:" + name] = value;
            builder.Services.AddSingleton<ILogEventSink>(log);
            configure?.Invoke(builder);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningService(app) { Log = log };
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The body of a GET, which has to answer 200, as JSON.</summary>
    public async Task<JsonElement> GetJsonAsync(string path)
    {
        using var response = await GetAsync(path);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
