using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace SearchService.Engine.Storage;

/// <summary>Turns what SQLite, Lucene and the file system throw into what the archive's user can act on.</summary>
internal static class StorageFaults
{
    // SQLite's primary result codes, https://www.sqlite.org/rescode.html
    private const int PermissionDenied = 3;
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private const int UnixNoSpace = 28;
    private const int UnixQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>The same fault as an <see cref="ArchiveException"/>, where it is one that a user can act on.</summary>
    public static bool TryExplain(Exception fault, string folder, [NotNullWhen(true)] out ArchiveException? explained)
    {
        explained = fault switch
        {
            ArchiveException archive => archive,
            SqliteException sqlite => Explain(sqlite, folder),
            UnauthorizedAccessException => Unwritable(folder, fault),
            IOException io when IsDiskFull(io) => DiskFull(folder, fault),
            AggregateException many when many.InnerExceptions.Count > 0 && TryExplain(many.InnerExceptions[0], folder, out var first) => first,
            { InnerException: { } inner } when TryExplain(inner, folder, out var cause) => cause,
            _ => null,
        };
        return explained is not null;
    }

    /// <summary>The same fault explained, or as it is.</summary>
    public static Exception Explained(Exception fault, string folder) => TryExplain(fault, folder, out var explained) ? explained : fault;

    private static bool IsDiskFull(IOException fault) => fault.HResult is UnixNoSpace or UnixQuota or WindowsDiskFull;

    private static ArchiveException? Explain(SqliteException fault, string folder) => fault.SqliteErrorCode switch
    {
        Full => DiskFull(folder, fault),
        PermissionDenied or ReadOnly or CannotOpen => Unwritable(folder, fault),
        Busy => new ArchiveException("archive_in_use", $"The archive in {folder} is busy: another program holds its store. Try again when it has finished.", fault),
        Corrupt or NotADatabase => new ArchiveException(
            "archive_damaged", $"The store in {folder} is damaged ({fault.Message}). Restore it from a snapshot; the index can be made anew from the store, not the other way round.", fault),
        InputOutput => new ArchiveException("archive_damaged", $"The disk under {folder} failed to read or write the store ({fault.Message}).", fault),
        _ => null,
    };

    private static ArchiveException DiskFull(string folder, Exception fault) => new(
        "disk_full", $"The disk of {folder} is full. What was acknowledged is kept; free some space and do the rest again.", fault);

    /// <summary>The folder cannot be written.</summary>
    public static ArchiveException Unwritable(string folder, Exception fault) => new(
        "archive_unwritable", $"The archive in {folder} cannot be written ({fault.Message}). Check the folder's owner and rights.", fault);
}
