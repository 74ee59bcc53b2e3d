using System.Security;
using SearchService.Articles.Paths;

namespace SearchService.Articles;

/// <summary>
/// Reads everything under some paths: files, folders (with all below them, hidden files left out), patterns with <c>*</c>, <c>?</c> and
/// <c>**</c>, and <c>-</c> for standard input. Order: as given, inside folders by ordinal order of names.
/// </summary>
public static class ArticlePaths
{
    /// <summary>Outcomes of all files, read as they are asked for; one file is open at a time. Paths that cannot be read are refusals.</summary>
    /// <param name="paths">Paths as the user gave them.</param>
    /// <param name="format">The format of all files, if known.</param>
    /// <param name="limits">How much is held in memory.</param>
    /// <param name="bytesRead">Told the sum of bytes read so far, over all files, after each read.</param>
    /// <param name="standardInput">Stands in for the process's standard input; closed when it has been read.</param>
    public static IEnumerable<ReadOutcome> ReadAll(
        IEnumerable<string> paths,
        PageFormat format = PageFormat.Auto,
        ReadLimits? limits = null,
        IProgress<long>? bytesRead = null,
        Stream? standardInput = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var total = 0L;
        foreach (var entry in PathExpansion.Expand(paths))
        {
            var (content, problem) = entry.Problem is null ? Open(entry.Path, standardInput) : (null, entry.Problem);
            if (content is null)
            {
                yield return ReadOutcome.Of(new ReadFailure(entry.Path, null, problem!));
                continue;
            }
            using var stream = new CountingStream(content, Count);
            foreach (var outcome in ArticleReader.Read(stream, entry.Path, format, limits)) yield return outcome;
        }

        void Count(int bytes)
        {
            total += bytes;
            bytesRead?.Report(total);
        }
    }

    /// <summary>
    /// Files under some paths and the sum of their sizes in bytes, for a progress display. It lists folders but opens nothing;
    /// standard input counts as one file of unknown size, 0.
    /// </summary>
    public static (long Files, long Bytes) Measure(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var (files, bytes) = (0L, 0L);
        foreach (var entry in PathExpansion.Expand(paths))
        {
            if (entry.Problem is not null) continue;
            files++;
            if (entry.Path != PathExpansion.StandardInput) bytes += Size(entry.Path);
        }
        return (files, bytes);
    }

    private static (Stream? Content, string? Problem) Open(string path, Stream? standardInput)
    {
        if (path == PathExpansion.StandardInput) return (standardInput ?? Console.OpenStandardInput(), null);
        try
        {
            // No buffer of its own: the readers read in large pieces.
            const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;
            return (new FileStream(path, FileMode.Open, FileAccess.Read, Shared, bufferSize: 0, FileOptions.SequentialScan), null);
        }
        catch (FileNotFoundException)
        {
            return (null, PathExpansion.Missing(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException)
        {
            return (null, $"Cannot be opened: {e.Message}");
        }
    }

    private static long Size(string path)
    {
        try
        {
            // Of a link the size of what it leads to.
            var file = new FileInfo(path);
            return (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
