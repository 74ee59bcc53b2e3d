using System.IO.Enumeration;

namespace SearchService.Articles.Paths;

/// <summary>Patterns for shells that do not expand them: <c>*</c> and <c>?</c> inside a name, <c>**</c> for any number of folders.</summary>
internal static class GlobPattern
{
    /// <summary>Whether a path has a wildcard.</summary>
    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?');

    /// <summary>Existing files and folders that match, by ordinal order of names; hidden ones only where the pattern names the dot.</summary>
    public static IEnumerable<string> Matches(string pattern)
    {
        var root = Path.IsPathRooted(pattern) ? Path.GetPathRoot(pattern)! : "";
        var parts = pattern[root.Length..].Split(['/', Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        return Below(root, parts).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Below(string folder, ArraySegment<string> parts)
    {
        if (parts.Count == 0) return [folder];
        var (part, rest) = (parts[0], parts[1..]);
        if (part == "**")
        {
            var here = rest.Count == 0 ? Entries(folder, "*").Where(entry => !Directory.Exists(entry)) : Below(folder, rest);
            return here.Concat(Entries(folder, "*").Where(IsRealFolder).SelectMany(entry => Below(entry, parts)));
        }
        if (!IsPattern(part))
        {
            var next = Path.Combine(folder, part);
            return Path.Exists(next) ? Below(next, rest) : [];
        }
        var matches = Entries(folder, part);
        return rest.Count == 0 ? matches : matches.Where(Directory.Exists).SelectMany(entry => Below(entry, rest));
    }

    // Links are not followed by **: they could lead back.
    private static bool IsRealFolder(string path) => new DirectoryInfo(path) is { Exists: true, LinkTarget: null };

    private static List<string> Entries(string folder, string pattern)
    {
        try
        {
            var options = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = true };
            return [.. Directory.EnumerateFileSystemEntries(folder.Length == 0 ? "." : folder, "*", options)
                .Select(path => Path.GetFileName(path))
                .Where(name => (name[0] != '.' || pattern[0] == '.') && FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false))
                .Order(StringComparer.Ordinal).Select(name => Path.Combine(folder, name))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
