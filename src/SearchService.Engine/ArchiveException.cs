namespace SearchService.Engine;

/// <summary>The archive cannot do what was asked, for a reason its user can act on; <see cref="Exception.Message"/> says what and where.</summary>
public sealed class ArchiveException : Exception
{
    /// <summary>A failure with a stable code.</summary>
    /// <param name="code">Stable, snake_case: <c>archive_in_use</c>, <c>disk_full</c>, <c>archive_missing</c>, <c>archive_damaged</c>, <c>archive_unwritable</c>.</param>
    /// <param name="message">What happened, where, and what would help.</param>
    /// <param name="inner">The cause.</param>
    public ArchiveException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>Stable code of the failure.</summary>
    public string Code { get; }
}
