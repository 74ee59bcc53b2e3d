using System.Reflection;

namespace SearchService.Language;

/// <summary>Reads the tables kept beside the code as embedded text resources.</summary>
internal static class ResourceTable
{
    /// <summary>The lines of a resource, in order, without blank lines and comments (from <c>#</c> to the end of the line).</summary>
    /// <param name="name">Folder and file name as embedded, such as <c>Stemming.closed-classes.tsv</c>.</param>
    /// <exception cref="InvalidOperationException">There is no such resource: the build is broken.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        var full = $"{typeof(ResourceTable).Namespace}.{name}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(full)
            ?? throw new InvalidOperationException($"resource {full} is not embedded");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var kept = (comment < 0 ? line : line[..comment]).TrimEnd();
            if (kept.Length > 0)
                yield return kept;
        }
    }

    /// <summary>All words of a resource, separated by white space.</summary>
    public static IEnumerable<string> Tokens(string name) =>
        Lines(name).SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
