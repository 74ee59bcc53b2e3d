using Microsoft.AspNetCore.Server.Kestrel.Core;
using SearchService.Api;
using SearchService.Http;
using SearchService.Pages;
using SearchService.Settings;

namespace SearchService.Hosting;

/// <summary>Puts the web application together: settings, log, archive, API, pages.</summary>
internal static class ServiceHost
{
    /// <summary>
    /// Longest request line: a query of 32,768 Devanagari letters is nine bytes a letter when percent-encoded, and one that is too long
    /// should be told so in a problem document, not by a closed connection.
    /// </summary>
    private const int MaxRequestLineBytes = 512 * 1024;

    /// <summary>Builds the application; nothing is opened before it is started.</summary>
    /// <param name="url">Address to listen on; configuration decides (<c>urls</c>, <c>ASPNETCORE_URLS</c>) when null, then the default.</param>
    /// <param name="configure">Last word on configuration and services.</param>
    public static WebApplication Build(string? url = null, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ServiceHost).Assembly.GetName().Name,
            // Settings and static files lie beside the executable, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.WebHost.UseUrls(url ?? builder.Configuration["urls"] ?? HttpSettings.DefaultUrl);
        builder.WebHost.ConfigureKestrel(ConfigureKestrel);
        builder.Services.AddSettings();
        builder.Services.AddLogs();
        builder.Services.AddSingleton<ServedArchive>();
        builder.Services.AddSingleton<ArchiveOpener>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ArchiveOpener>());
        builder.Services.AddHttpConventions();
        builder.Services.AddApi();
        builder.Services.AddPages();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseRequestLog();
        app.UseHttpConventions();
        app.MapApi();
        app.MapPages();
        return app;
    }

    private static void ConfigureKestrel(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        kestrel.Limits.MaxConcurrentConnections = 2_000;
        // Endpoints that take a body set their own limit.
        kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
