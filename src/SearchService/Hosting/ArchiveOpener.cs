using Microsoft.Extensions.Options;
using SearchService.Engine;
using SearchService.Engine.Indexing;
using SearchService.Settings;

namespace SearchService.Hosting;

/// <summary>
/// Opens the archive after the port is open: opening may replay or rebuild an index, and a caller should be told to wait, not be refused
/// a connection. An archive that cannot be opened ends the service with <see cref="Failure"/> set.
/// </summary>
internal sealed class ArchiveOpener(
    ServedArchive served,
    IOptions<ArchiveSettings> settings,
    IHostApplicationLifetime lifetime,
    ILogger<ArchiveOpener> log) : BackgroundService
{
    /// <summary>Why the archive could not be opened, or null.</summary>
    public Exception? Failure { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Hosted services start before the server does; what follows must not hold the port back.
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            Open(stoppingToken);
        }
        catch (ArchiveException failure)
        {
            Stop(failure);
            log.LogCritical("{Message}", failure.Message);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop before the archive was open.
        }
        catch (Exception failure)
        {
            Stop(failure);
            log.LogCritical(failure, "The archive could not be opened");
        }
    }

    private void Stop(Exception failure)
    {
        Failure = failure;
        lifetime.StopApplication();
    }

    private void Open(CancellationToken stopping)
    {
        var options = settings.Value.ToOptions();
        var archive = Archive.Open(options, new ProgressLog(log));
        try
        {
            if (archive.Status.Recovered is { } recovered)
                log.LogWarning("{Folder}: {Recovered}", options.Folder, recovered);
            SampleArticles.FillIfEmptyDefault(archive, options.Folder, log, stopping);
        }
        catch
        {
            archive.Dispose();
            throw;
        }

        served.Opened(archive);
        log.LogInformation("Serving {Articles} articles of {Folder}", archive.Status.Articles, options.Folder);
        archive.PrepareSuggestions();
    }

    /// <summary>Says where opening is, once a stage and then every ten seconds.</summary>
    private sealed class ProgressLog(ILogger log) : IProgress<ArchiveProgress>
    {
        private string _stage = "";
        private long _said;

        public void Report(ArchiveProgress value)
        {
            if (value.Stage == _stage && Environment.TickCount64 - _said < 10_000)
                return;
            _stage = value.Stage;
            _said = Environment.TickCount64;
            log.LogInformation("{Stage}: {Done} of {Of}", value.Stage, value.Done, value.Of);
        }
    }
}
