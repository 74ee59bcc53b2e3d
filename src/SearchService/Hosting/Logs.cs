using Microsoft.Extensions.Options;
using SearchService.Settings;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace SearchService.Hosting;

/// <summary>The service's log: Serilog, to stderr, so that stdout stays free for what a command prints.</summary>
internal static class Logs
{
    private const string Request = "HTTP {RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed} ms";

    /// <summary>Adds the log.</summary>
    public static IServiceCollection AddLogs(this IServiceCollection services) =>
        services.AddSerilog((provider, logger) =>
        {
            var settings = provider.GetRequiredService<IOptions<LogSettings>>().Value;
            logger.MinimumLevel.Is(settings.Level)
                // The framework's own request events hold the whole address, and with it the query.
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                // A start that fails is told in one line by who started it.
                .MinimumLevel.Override("Microsoft.Extensions.Hosting", LogEventLevel.Fatal)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                .Enrich.FromLogContext()
                .ReadFrom.Services(provider);
            if (settings.Format == "compact")
                logger.WriteTo.Console(new CompactJsonFormatter(), standardErrorFromLevel: LogEventLevel.Verbose);
            else
                logger.WriteTo.Console(
                    // j: strings as JSON, so that a line feed in a path cannot forge a line of the log.
                    outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:j}{NewLine}{Exception}",
                    formatProvider: System.Globalization.CultureInfo.InvariantCulture,
                    standardErrorFromLevel: LogEventLevel.Verbose);
        },
        // Each host its own log, also where several run in one process.
        preserveStaticLogger: true);

    /// <summary>Writes one event a request: method, path without its query string, status, time; the query's text only if configured.</summary>
    public static void UseRequestLog(this WebApplication app)
    {
        var queryText = app.Services.GetRequiredService<IOptions<LogSettings>>().Value.QueryText;
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.IncludeQueryInRequestPath = false;
            options.MessageTemplate = queryText ? Request + " {Query}" : Request;
            options.GetLevel = (context, _, exception) => Level(context, exception);
            options.GetMessageTemplateProperties = (context, path, elapsed, status) =>
            [
                new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
                new LogEventProperty("RequestPath", new ScalarValue(path)),
                new LogEventProperty("StatusCode", new ScalarValue(status)),
                new LogEventProperty("Elapsed", new ScalarValue(Math.Round(elapsed, 1))),
            ];
            if (queryText)
                options.EnrichDiagnosticContext = (diagnostics, context) => diagnostics.Set("Query", context.Request.Query["q"].ToString());
        });
    }

    private static LogEventLevel Level(HttpContext context, Exception? exception)
    {
        if (context.Request.Path.StartsWithSegments("/health"))
            return LogEventLevel.Debug;
        return exception is not null || context.Response.StatusCode == StatusCodes.Status500InternalServerError ? LogEventLevel.Error : LogEventLevel.Information;
    }
}
