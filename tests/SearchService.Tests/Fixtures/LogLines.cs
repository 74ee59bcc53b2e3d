using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace SearchService.Tests.Fixtures;

/// <summary>Everything that was logged: each event with all of its properties, as a sink gets it.</summary>
public sealed class LogLines : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> _events = new();

    public IReadOnlyList<LogEvent> Events => [.. _events];

    /// <summary>Messages and properties, so that nothing an event carries escapes a test.</summary>
    public IReadOnlyList<string> Lines =>
        [.. Events.Select(one => $"{one.Level} {one.RenderMessage(CultureInfo.InvariantCulture)} {string.Join(' ', one.Properties)} {one.Exception}")];

    public void Emit(LogEvent logEvent) => _events.Enqueue(logEvent);
}
