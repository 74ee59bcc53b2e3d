namespace SearchService.Tests.House;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root: the folder above with the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>All C# files below a folder of the root, generated ones left out.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SearchService.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests are not run from within a checkout.");
    }
}
