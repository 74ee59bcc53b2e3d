namespace SearchService.Benchmarks.Kernels;

/// <summary>The text pages of the sample archive, found above the running program.</summary>
internal static class SampleTexts
{
    /// <summary>Every page as one text.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not run inside the repository.</exception>
    public static IReadOnlyList<string> Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var sample = Path.Combine(folder.FullName, "index-data", "sample");
            if (Directory.Exists(sample))
                return [.. Directory.EnumerateFiles(sample, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        }

        throw new DirectoryNotFoundException($"no index-data/sample above {AppContext.BaseDirectory}");
    }
}
