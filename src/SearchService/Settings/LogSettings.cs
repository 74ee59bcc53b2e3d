using System.ComponentModel.DataAnnotations;
using Serilog.Events;

namespace SearchService.Settings;

/// <summary>What is logged and how: <c>SearchService:Logging</c>.</summary>
internal sealed class LogSettings
{
    /// <summary>
    /// Whether the text of queries goes into the request log. Off by default: what people search for in an archive says much about them.
    /// </summary>
    public bool QueryText { get; set; }

    /// <summary><c>text</c> for people or <c>compact</c> for one JSON event a line (CLEF).</summary>
    [AllowedValues("text", "compact")]
    public string Format { get; set; } = "text";

    /// <summary>Least level that is written.</summary>
    [EnumDataType(typeof(LogEventLevel))]
    public LogEventLevel Level { get; set; } = LogEventLevel.Information;
}
