using System.Security;

namespace SearchService.Articles.Paths;

/// <summary>Turns paths as users give them into files, lazily and in a fixed order: as given, inside folders by ordinal order of names.</summary>
internal static class PathExpansion
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Files of all paths, and a problem for each path that gives none. Hidden files in folders (a dot first) are left out.</summary>
    public static IEnumerable<PathEntry> Expand(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (path == StandardInput || File.Exists(path)) yield return new(path);
            else if (Directory.Exists(path))
            {
                foreach (var entry in Folder(path)) yield return entry;
            }
            else if (GlobPattern.IsPattern(path) && !IsLink(path))
            {
                foreach (var entry in Matches(path)) yield return entry;
            }
            else
            {
                yield return new(path, Missing(path));
            }
        }
    }

    /// <summary>Why there is nothing at a path.</summary>
    public static string Missing(string path) =>
        path.Length == 0 ? "The path is empty; expected a file, a folder, a pattern or - for standard input."
        : IsLink(path) ? "A symbolic link that leads nowhere."
        : "No such file or folder.";

    private static IEnumerable<PathEntry> Matches(string pattern)
    {
        var any = false;
        foreach (var match in GlobPattern.Matches(pattern))
        {
            any = true;
            if (!Directory.Exists(match)) yield return File.Exists(match) ? new(match) : new(match, Missing(match));
            else
            {
                foreach (var entry in Folder(match)) yield return entry;
            }
        }
        if (!any) yield return new(pattern, "No file matches this pattern.");
    }

    // Depth first, names in ordinal order. A link to a folder is followed unless it leads back into a folder being walked.
    private static IEnumerable<PathEntry> Folder(string root)
    {
        var open = new Stack<(string Path, HashSet<string> Above)>([(root, [])]);
        while (open.TryPop(out var folder))
        {
            if (File.Exists(folder.Path))
            {
                yield return new(folder.Path);
                continue;
            }
            if (!Directory.Exists(folder.Path))
            {
                yield return new(folder.Path, Missing(folder.Path));
                continue;
            }
            var real = RealPath(folder.Path);
            if (real is null || folder.Above.Contains(real))
            {
                yield return new(folder.Path, "A symbolic link that leads back to a folder above it; it is not followed.");
                continue;
            }
            var (names, problem) = Names(folder.Path);
            if (problem is not null) yield return new(folder.Path, problem);
            HashSet<string> above = [.. folder.Above, real];
            for (var i = names.Count - 1; i >= 0; i--) open.Push((Path.Combine(folder.Path, names[i]), above));
        }
    }

    private static (List<string> Names, string? Problem) Names(string folder)
    {
        try
        {
            var options = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false };
            var names = Directory.EnumerateFileSystemEntries(folder, "*", options).Select(path => Path.GetFileName(path)).ToList();
            names.RemoveAll(name => name[0] == '.');
            names.Sort(StringComparer.Ordinal);
            return (names, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            return ([], $"The folder cannot be listed: {e.Message}");
        }
    }

    // Path with every link resolved; null when links run in a circle.
    private static string? RealPath(string folder)
    {
        try
        {
            var full = Path.GetFullPath(folder);
            var real = Path.GetPathRoot(full)!;
            foreach (var part in Path.GetRelativePath(real, full).Split(Path.DirectorySeparatorChar))
            {
                var next = new DirectoryInfo(Path.Combine(real, part));
                real = next.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next.FullName;
            }
            return real;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsLink(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
