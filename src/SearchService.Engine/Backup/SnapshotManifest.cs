using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchService.Engine.Backup;

/// <summary>What a snapshot holds: the file <c>manifest.json</c> in its folder, written last, so that a snapshot that has one is complete.</summary>
/// <param name="Format">Version of the snapshot's form.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Archive">Identity of the archive, which a restored one keeps: permalinks and feeds go on.</param>
/// <param name="Articles">Articles in it.</param>
/// <param name="Generation">Sequence number of the last change in it.</param>
/// <param name="SavedSearches">Saved searches in it.</param>
/// <param name="Files">Its files with their checksums.</param>
internal sealed record SnapshotManifest(int Format, DateTimeOffset MadeAt, string Archive, long Articles, long Generation, long SavedSearches, IReadOnlyList<SnapshotFile> Files)
{
    /// <summary>Name of the file.</summary>
    public const string Name = "manifest.json";

    /// <summary>The form that this version of the program writes, and the latest that it reads.</summary>
    public const int Newest = 1;

    /// <summary>Names of the files that a snapshot may have: those of an archive that cannot be made again.</summary>
    public static readonly IReadOnlyList<string> Kept = ["archive.db", "refusals.jsonl"];

    /// <summary>Writes it to the disk.</summary>
    public void Write(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, Name), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        JsonSerializer.Serialize(file, this, ManifestJson.Readable.SnapshotManifest);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="ArchiveException"><c>snapshot_missing</c>: the folder holds no complete snapshot; <c>snapshot_damaged</c>: its manifest is none, or of a later version.</exception>
    public static SnapshotManifest Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            throw new ArchiveException("snapshot_missing", !Directory.Exists(folder)
                ? $"There is no folder {folder}."
                : File.Exists(Path.Combine(folder, Kept[0]))
                    ? $"{folder} has an archive and no {Name}: it is an archive's own folder, or a snapshot that was never finished. Name a folder that 'snapshot' has made."
                    : $"There is no snapshot in {folder}: it has no {Name}.");
        }

        SnapshotManifest? manifest = null;
        try
        {
            manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), ManifestJson.Readable.SnapshotManifest);
        }
        catch (JsonException fault)
        {
            throw Damaged(folder, $"its {Name} cannot be read ({fault.Message.TrimEnd('.')})", fault);
        }

        if (manifest?.Format > Newest)
            throw Damaged(folder, $"its form is {manifest.Format}, and this version of the program reads {Newest} at most");
        if (!IsWhole(manifest))
            throw Damaged(folder, $"its {Name} does not say what it has to");
        return manifest;
    }

    /// <summary>A snapshot that is not what was made.</summary>
    public static ArchiveException Damaged(string folder, string why, Exception? inner = null) =>
        new("snapshot_damaged", $"The snapshot in {folder} cannot be restored: {why}. Nothing was changed; take another snapshot.", inner);

    private static bool IsWhole([NotNullWhen(true)] SnapshotManifest? manifest) =>
        manifest is { Format: > 0, Archive.Length: > 0, Articles: >= 0, Files: { } files }
        // Names are compared, never followed: a manifest that names other places writes nothing there.
        && files.All(file => file is { Bytes: >= 0, Sha256.Length: 64 } && Kept.Contains(file.Name))
        && files.Select(file => file.Name).Distinct().Count() == files.Count
        && files.Any(file => file.Name == Kept[0]);
}

/// <summary>A file of a snapshot.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its checksum, 64 digits of base 16 in lower case.</param>
internal sealed record SnapshotFile(string Name, long Bytes, string Sha256);

/// <summary>JSON of a manifest, for people too.</summary>
[JsonSerializable(typeof(SnapshotManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    /// <summary>Indented, with a name as everything here has it.</summary>
    public static ManifestJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
