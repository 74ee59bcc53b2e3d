using System.ComponentModel.DataAnnotations;
using SearchService.Engine;

namespace SearchService.Settings;

/// <summary>Where the served archive lives and how it is opened: <c>SearchService:Archive</c>.</summary>
internal sealed class ArchiveSettings
{
    /// <summary>The folder used when none is named.</summary>
    public const string DefaultFolder = "index-data";

    /// <summary>Environment variable that names the folder for every command.</summary>
    public const string FolderVariable = "SEARCHSERVICE_ARCHIVE";

    /// <summary>The archive's folder, relative to the working directory.</summary>
    [Required]
    public string Folder { get; set; } = DefaultFolder;

    /// <summary>Longest time between an acknowledged change and its being found, in milliseconds.</summary>
    [Range(10, 60_000)]
    public int RefreshMilliseconds { get; set; } = 250;

    /// <summary>How long the snapshot behind a paging cursor is kept, in minutes.</summary>
    [Range(1, 24 * 60)]
    public int CursorMinutes { get; set; } = 5;

    /// <summary>Memory for articles indexed but not yet written to a segment, in MiB.</summary>
    [Range(8, 2_000)]
    public int IndexBufferMegabytes { get; set; } = 256;

    /// <summary>The same as the engine asks for it.</summary>
    public ArchiveOptions ToOptions() => new()
    {
        Folder = Folder,
        RefreshInterval = TimeSpan.FromMilliseconds(RefreshMilliseconds),
        SnapshotLifetime = TimeSpan.FromMinutes(CursorMinutes),
        IndexBufferMegabytes = IndexBufferMegabytes,
    };
}
