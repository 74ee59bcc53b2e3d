using System.Text.RegularExpressions;

namespace SearchService.Tests.House;

public partial class FileHabitTests
{
    [Fact]
    public void No_source_file_is_over_300_lines_and_half_are_under_80()
    {
        var lengths = Repository.Sources("src").Select(file => (Lines: File.ReadLines(file).Count(), File: file)).OrderBy(file => file.Lines).ToArray();

        Assert.True(lengths[^1].Lines <= 300, $"{lengths[^1].File} has {lengths[^1].Lines} lines");
        Assert.InRange(lengths[lengths.Length / 2].Lines, 1, 79);
    }

    [Fact]
    public void No_test_file_is_over_450_lines() =>
        Assert.All(Repository.Sources("tests"), file => Assert.True(File.ReadLines(file).Count() <= 450, file));

    [Fact]
    public void Folders_do_not_hide_what_they_are_for() =>
        Assert.DoesNotContain(
            Repository.Sources("src").SelectMany(file => Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar)[..^1]),
            folder => folder is "Core" or "Common" or "Shared" or "Utils" or "Helpers" or "Abstractions" or "Search" or "Index" or "Query" or "Documents");

    [Theory]
    [InlineData("README.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("docs/ARCHITECTURE.md")]
    [InlineData("docs/RELEVANCE.md")]
    [InlineData("docs/BENCHMARKS.md")]
    public void Every_path_that_a_document_names_exists(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        var text = File.ReadAllText(Path.Combine(Repository.Root, document));
        var linked = Links().Matches(text).Select(match => Path.Combine(folder, match.Groups[1].Value));
        var named = Paths().Matches(text).Select(match => Path.Combine(Repository.Root, match.Value));

        Assert.All(linked.Concat(named), path => Assert.True(Path.Exists(path), $"{document} names {path}, which is not there"));
    }

    [Fact]
    public void The_readme_is_under_700_words() =>
        Assert.InRange(File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 1, 699);

    [Fact]
    public void Globalization_is_never_invariant()
    {
        var settings = Directory.EnumerateFiles(Repository.Root, "*.*proj", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.props", SearchOption.AllDirectories))
            .Select(File.ReadAllText);

        Assert.DoesNotContain(settings, text => text.Contains("<InvariantGlobalization>true", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("\u0915\u093C", "\u0958".Normalize());
    }

    [Fact]
    public void Lock_files_and_settings_name_no_registry()
    {
        var files = Directory.EnumerateFiles(Repository.Root, "packages.lock.json", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.props"))
            .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"));

        Assert.All(files, file => Assert.DoesNotMatch(@"https?://(?!aka\.ms)", File.ReadAllText(file)));
        Assert.False(File.Exists(Path.Combine(Repository.Root, "nuget.config")));
    }

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)\)")]
    private static partial Regex Links();

    // A path from the root, in backticks or at the start of a command: src/…, tests/…, docs/…, index-data/sample…
    [GeneratedRegex(@"(?<![\w/.-])(?:src|tests|docs)/[\w./-]*[\w]|(?<![\w/.-])index-data/sample")]
    private static partial Regex Paths();
}
