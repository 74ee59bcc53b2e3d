using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SearchService.Tests.House;

public partial class TrackedFilesTests
{
    [Fact]
    public void No_file_names_a_path_of_one_machine_or_the_host_of_a_registry()
    {
        var strays = Tracked()
            .Where(file => !file.StartsWith("index-data/", StringComparison.Ordinal))
            .Select(file => (File: file, Path: Path.Combine(Repository.Root, file)))
            .Where(file => File.Exists(file.Path))
            .SelectMany(file => File.ReadLines(file.Path).Select((line, index) => (file.File, Line: index + 1, Found: Machine().Match(line))))
            .Where(line => line.Found.Success)
            .Select(line => $"{line.File}:{line.Line}: {line.Found.Value}");

        Assert.Empty(strays);
    }

    /// <summary>The files git knows.</summary>
    private static string[] Tracked()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
            var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            Assert.SkipWhen(git.ExitCode != 0, "This is no git checkout.");
            return files;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no git here.");
            return [];
        }
    }

    // Written so that this file does not name them itself.
    [GeneratedRegex(@"(?<![\w.-])/(?:root|home|Users|work)/\w|[A-Z]:\\Users\\|api\.nuge[t]\.org|registry\.npm[j]s\.org|deb\.debia[n]\.org")]
    private static partial Regex Machine();
}
