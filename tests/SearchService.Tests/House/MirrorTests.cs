namespace SearchService.Tests.House;

public class MirrorTests
{
    [Fact]
    public void Every_test_file_stands_in_the_folder_of_what_it_tests()
    {
        var strays = Repository.Sources("tests")
            .Where(file => file.EndsWith("Tests.cs", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Path.Combine(Repository.Root, "tests"), file).Split(Path.DirectorySeparatorChar))
            // tests/X.Tests/F/YTests.cs and src/X/F; what tests a whole project stands at its root, and House tests the repository.
            .Where(parts => parts.Length > 2 && parts[1] != "House" && !HasSourceFolder(parts))
            .Select(parts => string.Join('/', parts));

        Assert.Empty(strays);
    }

    private static bool HasSourceFolder(string[] parts) =>
        Directory.Exists(Path.Combine([Repository.Root, "src", parts[0][..^".Tests".Length], .. parts[1..^1]]));
}
