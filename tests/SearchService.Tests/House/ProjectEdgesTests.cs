using System.Reflection;
using System.Xml.Linq;

namespace SearchService.Tests.House;

public class ProjectEdgesTests
{
    [Theory]
    [InlineData("SearchService", "SearchService.Engine")]
    [InlineData("SearchService.Engine", "SearchService.Articles", "SearchService.Language")]
    [InlineData("SearchService.Articles")]
    [InlineData("SearchService.Language")]
    public void A_project_refers_only_to_those_below_it(string project, params string[] expected)
    {
        var references = Items(project, "ProjectReference").Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value));

        Assert.Equal(expected.Order(), references.Order());
    }

    [Fact]
    public void There_are_four_projects() =>
        Assert.Equal(4, Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Length);

    [Theory]
    [InlineData("PackageReference", "Lucene.Net")]
    [InlineData("PackageReference", "Microsoft.Data.Sqlite")]
    [InlineData("ProjectReference", "../SearchService.Language/SearchService.Language.csproj")]
    public void Engine_keeps_its_tools_from_the_sight_of_its_users(string kind, string include)
    {
        var item = Assert.Single(Items("SearchService.Engine", kind), item => item.Attribute("Include")!.Value == include);

        Assert.Equal("compile", item.Attribute("PrivateAssets")?.Value);
    }

    [Fact]
    public void The_executable_uses_neither_Lucene_nor_Language_nor_SQLite()
    {
        var references = Assembly.Load("SearchService").GetReferencedAssemblies().Select(assembly => assembly.Name!).ToArray();

        Assert.Contains("SearchService.Engine", references);
        Assert.DoesNotContain(references, name => name.StartsWith("Lucene", StringComparison.Ordinal) || name.Contains("Sqlite", StringComparison.Ordinal) || name == "SearchService.Language");
    }

    [Fact]
    public void Only_Engine_knows_Lucene() =>
        Assert.DoesNotContain(
            Assembly.Load("SearchService.Articles").GetReferencedAssemblies().Concat(Assembly.Load("SearchService.Language").GetReferencedAssemblies()),
            assembly => assembly.Name!.StartsWith("Lucene", StringComparison.Ordinal) || assembly.Name.StartsWith("SearchService", StringComparison.Ordinal));

    private static IEnumerable<XElement> Items(string project, string kind) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj")).Descendants(kind);
}
